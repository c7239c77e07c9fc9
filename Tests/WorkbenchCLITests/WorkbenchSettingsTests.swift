import Testing
import Workbench

@testable import WorkbenchCLI

/// How the workbench behaves, as the settings file says.
@Suite struct WorkbenchSettingsTests {
  private func read(_ text: String) throws(SettingsError) -> SettingsFile {
    try SettingsFile(Array(text.utf8), path: "config.toml")
  }

  @Test func everythingCanBeLeftOut() throws {
    #expect(try read("").workbench == WorkbenchSettings())
  }

  @Test func eachKeyIsRead() throws {
    let settings = try read(
      """
      [close]
      wait = 10
      min-findings = 50
      assignee = true
      [list]
      refresh = 0
      cache = false
      [[views]]
      name = "mine"
      show = "assignee:me"
      """
    ).workbench
    var expected = WorkbenchSettings()
    expected.rules.wait = 10
    expected.rules.minimumFindings = 50
    expected.rules.wantsAssignee = true
    expected.refresh = 0
    expected.keepsCache = false
    expected.views = [SavedView(name: "mine", line: "assignee:me")]
    #expect(settings == expected)
  }

  @Test(arguments: [
    ("[close]\nwait = 61", "config.toml:2:1: 'wait' must be a whole number of seconds, 0 to 60"),
    ("[close]\nwait = 1.5", "config.toml:2:1: 'wait' must be a whole number of seconds, 0 to 60"),
    ("[list]\nrefresh = 2", "config.toml:2:1: 'refresh' is 0 for never, or 5 seconds at least"),
    ("[list]\ncache = 1", "config.toml:2:1: 'cache' must be true or false"),
    ("close = 3", "config.toml:1:1: 'close' must be a table"),
    ("[[views]]\nname = \"x\"", "config.toml:1:1: a view has both 'name' and 'show'"),
  ])
  func aMistakeHasItsPlace(text: String, reason: String) {
    do throws(SettingsError) {
      _ = try read(text)
      Issue.record("it was taken")
    } catch {
      #expect(error.text.hasPrefix(reason), "\(error.text)")
    }
  }

  @Test func aMistakeInTheLineOfAViewIsAWarning() throws {
    let warnings = try read("[[views]]\nname = 'a'\nshow = 'asignee:me assignee:me'").warnings
    #expect(warnings.count == 1)
    #expect(
      warnings[0].hasPrefix(
        "config.toml:3:1: 'show' has a mistake: “asignee:” is no key; did you mean assignee?"))
  }

  @Test func aKeyThatIsMistypedIsToldWithTheNearestOne() throws {
    #expect(
      try read("[close]\nwiat = 3").warnings
        == ["config.toml:2:1: 'wiat' is no key that is known here; did you mean 'wait'?"])
  }

  private let views = [
    SavedView(name: "mine", line: "assignee:me"), SavedView(name: "\"odd\\", line: "a b"),
  ]

  @Test(arguments: [
    "",
    "# mine\ndefault-profile = \"a\"\n\n[profiles.a]\nurl = \"https://x.example\"\nclient-id = \"k\"\n",
    "views = []\n[close]\nwait = 3\n",
    "[[views]]\nname = \"x\"\nshow = \"y\"\n# kept\n[list]\ncache = true\n",
  ])
  func viewsAreWrittenAndEverythingElseStays(text: String) throws {
    let edited = try SettingsEditor.text(putting: views, into: text, path: "config.toml")
    #expect(try read(edited).workbench.views == views)
    for line in text.split(separator: "\n")
    where !line.contains("views") && line != "name = \"x\"" && line != "show = \"y\"" {
      #expect(edited.contains(line))
    }
    let none = try SettingsEditor.text(putting: [], into: edited, path: "config.toml")
    #expect(try read(none).workbench.views == [])
    #expect(
      try SettingsEditor.text(putting: views, into: none, path: "config.toml").contains("[[views]]")
    )
  }
}
