import CaseWire
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

@Suite struct InsertTests {
  /// The form of case 7, its cursor at the end of the findings; one event is there.
  private func form(event: FileEvent? = nil) -> Walk {
    var walk = Walk.withCase(7)
    let events = [event].compactMap(\.self)
    walk.send(
      .eventsArrived(
        CaseNumber(7), page: 1, FileEventPage(events: events, totalCount: events.count))
    )
    walk.press("e", .controlEnd)
    return walk
  }

  private static let event = FileEvent(
    eventId: EventID("0_a"), eventTimestamp: Walk.now, exposure: ["SharedToDomain"],
    fileName: "src `x`.tgz", filePath: "/Volumes/USB/\n", riskScore: 94, riskSeverity: .critical)

  @Test(
    arguments: [
      ("d", "2026-10-26"), ("t", "26 Oct 2026 07:33 UTC"), ("m", "kim@example.com"),
      (
        "e",
        "\n- 26 Oct 2026 07:33 UTC · critical 94 · ``src `x`.tgz`` in `/Volumes/USB/␊`"
          + " · `SharedToDomain`"
      ),
    ] as [(Character, String)])
  func aLetterPutsItsTextIn(letter: Character, text: String) {
    var walk = form(event: Self.event)
    walk.state.me = "kim@example.com"
    walk.press(.control("t"), .character(letter))
    #expect(walk.state.dialog == nil)
    #expect(walk.state.form?.texts.findings == "Seen on Friday." + text)
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
  }

  @Test func anEventAtTheStartOfALineGetsNoEmptyLine() {
    var walk = form(event: Self.event)
    walk.press(.enter, .control("t"), "j", "j", "j", .enter)
    #expect(walk.state.form?.texts.findings.hasPrefix("Seen on Friday.\n- 26 Oct") == true)
  }

  @Test(arguments: ["m", "e"] as [Character])
  func whatIsNotKnownIsToldAndPutsNothingIn(letter: Character) {
    var walk = form()
    walk.press(.control("t"), .character(letter))
    #expect(walk.state.notice != nil)
    #expect(walk.state.dialog != nil)
    walk.press(.escape)
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
  }

  @Test(arguments: [
    ("`", "- `` ` ``"), ("a``b`", "- ``` a``b` ```"), ("*x* <b>", "- `*x* <b>`"),
    ("\u{1B}[31m\u{9B}\u{7F}", "- `␛[31m\u{FFFD}␡`"), (" ", "- `   `"),
  ])
  func namesOfFilesAreNeverReadAsMarkdown(name: String, line: String) {
    let event = FileEvent(eventId: EventID("0_a"), fileName: name)
    #expect(event.markdownLine(in: .utc) == line)
  }
}
