import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Two analysts at one case, one of them at the built program: whatever is decided, and whatever of
/// that is undone, no word of either goes.
@Suite struct ConflictTests {
  private static let escape = "\u{1B}"
  private static let save = "\u{13}"
  private static let undo = "\u{1F}"
  private static let end = "\u{1B}[1;5F"

  /// A line is added at the end of the findings, somebody else changes the last line, and it is
  /// saved.
  private func ask(
    at place: Workplace
  ) async throws -> (program: PTYProcess, number: CaseNumber, theirs: CaseContent) {
    let first = try await place.newest()
    var theirs = first.content
    theirs.findings = "Copied on Friday."
    _ = try await place.client.replace(
      first.number, with: CaseReplacement(content: theirs, status: .open))
    let program = try place.open(80, 24)
    program.send("e")
    try program.waitFor(text: "editing")
    program.send(Self.end + "\rMine.")
    try program.waitFor(text: "Mine.")
    theirs.findings = "Copied on Friday, says Kim."
    _ = try await place.client.replace(
      first.number, with: CaseReplacement(content: theirs, status: .open))
    program.send(Self.save)
    try program.waitFor(text: "changed by analyst@example.com too")
    return (program, first.number, theirs)
  }

  /// The undo brought the old text back on top of the other's, and the save wrote over that.
  @Test(arguments: ["e", "t"])
  func undoBehindADecisionAsksAgainAndSendsNothing(decision: String) async throws {
    try await Workplace.use { place in
      let (program, number, theirs) = try await ask(at: place)
      program.send(decision)
      try program.waitFor("the decision") { !$0.contains("changed by analyst@example.com too") }
      program.send(Self.undo)
      try program.waitFor(text: "undone to before their change; ^S asks again")
      program.send(Self.save)
      try program.waitFor(text: "changed by analyst@example.com too")
      try program.waitFor(text: "Copied on Friday, says Kim.")
      #expect(try await place.client.getCase(number).content == theirs)
    }
  }

  @Test func whatGaveWayToTheirsIsADraftThatIsOffered() async throws {
    try await Workplace.use { place in
      let (program, number, theirs) = try await ask(at: place)
      program.send("t")
      try program.waitFor(text: "yours is kept as draft: Esc, then e")
      try program.waitFor(text: "unchanged")
      program.send(Self.escape)
      try program.waitFor("the list") { $0.contains("✎") && $0.contains("j/k move") }
      #expect(try place.drafts().map(\.value) == ["Copied on Friday.\nMine."])
      program.send("e")
      try program.waitFor(text: "Drafts of #\(number)")
      program.send("\r")
      try program.waitFor(text: "was taken up")
      try program.waitFor(text: "Mine.")
      #expect(try await place.client.getCase(number).content == theirs)
    }
  }
}
