import CaseWire
import CasesAPI
import FoundationEssentials
import StateStore
import TerminalModel
import TestSupport
import Testing
import WorkbenchSupport

@testable import Workbench

/// Texts with placeholders that are put in with a key.
@Suite struct TemplateTests {
  private func editing() -> Walk {
    var walk = Walk.withCase(7)
    walk.state.me = "jo@example.com"
    walk.send(.eventsArrived(CaseNumber(7), page: 1, Sample.events(2)))
    walk.press("e", .controlEnd)
    return walk
  }

  private func insert(_ template: Template, in walk: inout Walk) {
    walk.press(.control("t"))
    walk.send(.templatesLoaded([template], troubles: []))
    walk.press("a")
  }

  private func findings(_ walk: Walk) -> String { walk.state.form?.texts.findings ?? "" }

  @Test func aTemplateIsPutInWithItsPlaceholdersFilled() {
    var walk = editing()
    let template = Template(
      name: "t", "{{number}} {{ Name }} {{assignee}} {{user}} {{date}} {{time}} {{status}}")
    insert(template, in: &walk)
    #expect(walk.orders.contains { if case .run(.keepDraft, _) = $0 { true } else { false } })
    #expect(
      findings(walk) == "Seen on Friday.\n7 Case 7 dana@example.com jo@example.com 2026-10-26 "
        + "07:33 UTC OPEN")
    walk.press(.control("_"))
    #expect(findings(walk) == "Seen on Friday.", "it is one step of undo")
  }

  @Test func theEventsComeAsATableThatNoNameCanBreak() {
    var walk = editing()
    var event = FileEvent(eventId: EventID("e"), fileName: "a|b\nc.txt")
    event.filePath = "/x/"
    walk.send(
      .eventsArrived(CaseNumber(7), page: 1, FileEventPage(events: [event], totalCount: 1)))
    insert(Template(name: "t", "{{events}}"), in: &walk)
    #expect(
      findings(walk).hasSuffix(
        "| When | Risk | File | Exposure |\n|---|---|---|---|\n|  |  | /x/a\\|b c.txt |  |"))
  }

  @Test func aPlaceholderThatMeansNothingStaysAndIsPointedOut() {
    var walk = editing()
    insert(Template(name: "t", "{{colour}} {{date} {{"), in: &walk)
    #expect(findings(walk).hasSuffix("\n{{colour}} {{date} {{"))
    #expect(
      walk.state.notice?.text
        == "Nothing is known for {{colour}}; it stands in the text as it is")
  }

  @Test func aNewCaseGetsItsOtherFieldsWhereTheyAreBlank() {
    var walk = Walk.withCases(7)
    walk.press("a", .tab, .tab, .tab)
    walk.type("Mine")
    insert(
      Template(name: "t", "---\nname: Leaving, {{date}}\ndescription: Theirs\n---\n# Start\n"),
      in: &walk)
    #expect(walk.state.form?.texts.name == "Leaving, 2026-10-26")
    #expect(walk.state.form?.texts.description.hasPrefix("Mine") == true)
  }

  @Test func templatesOfNewCasesAreNotOfferedElsewhere() {
    let walk = editing()
    let names = walk.state.templateChoices.map(\.name)
    #expect(names == ["template: triage", "template: exfiltration review"])
  }

  @Test func filesOfTheUserComeFirst() async throws {
    try await Scratch.use { folder in
      for (name, text) in [
        ("triage.md", "mine\r\n"), ("own.md", "x"), (".hid.md", "y"), ("z.txt", "z"),
      ] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      try Data([0xFF, 0xFE]).write(to: URL(filePath: "\(folder)/bad.md"))
      let loaded = TemplateFolder(path: folder).load()
      #expect(
        loaded.templates.map(\.name)
          == ["departing employee", "exfiltration review", "own", "triage"])
      #expect(loaded.templates.last?.body == "mine\n")
      #expect(loaded.troubles == ["\(folder)/bad.md"])
      #expect(TemplateFolder(path: folder + "/none").load().templates.count == 3)
    }
  }
}
