import CaseWire
import CasesAPI
import TestSupport
import Testing

/// The history of a case at the built program, in a pseudo-terminal, on a real server.
@Suite struct HistoryJourneyTests {
  private static let save = "\u{13}"
  private static let end = "\u{1B}[1;5F"

  private func write(_ line: String, of number: CaseNumber, in program: PTYProcess) throws {
    program.send("e")
    try program.waitFor(text: "editing")
    program.send(Self.end + "\r" + line)
    try program.waitFor(text: line)
    program.send(Self.save)
    try program.waitFor(text: "✓ Saved #\(number)")
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func anEarlierTextIsBroughtBackAndSaved(width: Int, height: Int) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let program = try place.open(width, height)
      try program.waitFor(text: "#\(first.number)")
      program.send("\r")
      try write("First words.", of: first.number, in: program)
      try write("Second words.", of: first.number, in: program)
      program.send("H")
      try program.waitFor(text: "History of #\(first.number)")
      try program.waitFor(text: "+ Second words.")
      program.send("v")
      try program.waitFor(text: "Findings, the earlier text")
      program.send("\u{1B}[6~\u{1B}[6~\u{1B}[6~")
      try program.waitFor(text: "First words.")
      program.send("ve")
      try program.waitFor(text: "Second words.")
      program.send("\u{1B}")
      // The later text of the newest change is what the case has, so nothing was to be written.
      try program.waitFor("the case") { !$0.contains("editing") }
      #expect(!program.screen.contains("kept as draft"))

      program.send("H")
      try program.waitFor(text: "+ Second words.")
      program.send("e")
      try program.waitFor(text: "Earlier findings, not saved yet")
      let untouched = try await place.client.getCase(first.number)
      #expect(untouched.findings?.hasSuffix("First words.\nSecond words.") == true)
      program.send(Self.save)
      try program.waitFor(text: "✓ Saved #\(first.number)")
      let saved = try await place.client.getCase(first.number)
      #expect(saved.findings == (first.findings ?? "") + "\nFirst words.")

      let page = try await place.client.history(
        of: first.number, page: PageRequest(number: 1, size: 3))
      let told = page.history.map { entry in
        "\(entry.username ?? "") \(entry.changes.map(\.field))"
      }
      #expect(told == Array(repeating: "analyst@example.com [\"findings\"]", count: 3))
      #expect(page.history.first?.changes.first?.to == saved.findings)
      #expect(page.history.first?.changes.first?.from == untouched.findings)
      program.send("Q")
      _ = try program.waitForEnd()
    }
  }

  /// A closed case is read, and nothing of it goes into a form.
  @Test func theHistoryOfAClosedCaseIsOnlyRead() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var content = first.content
      content.findings = (first.findings ?? "") + "\nThe last words."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: content, status: .closed))
      let program = try place.open()
      program.send("#\(first.number)\rH")
      try program.waitFor(text: "▸ Status")
      program.send("\t")
      try program.waitFor(text: "+ The last words.")
      program.send("e")
      try program.waitFor(text: "can never be changed again")
      #expect(program.screen.contains("History of #\(first.number)"))
      program.send("qQ")
      _ = try program.waitForEnd()
    }
  }
}
