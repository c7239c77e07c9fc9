import CaseWire
import CasesAPI
import FoundationEssentials
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What lies on the disk or comes from a server may be anything, and the workbench lives on.
@Suite struct ForeignBytesTests {
  private static let rounds = 1_000

  /// Damages a value; gives each that can still be read to a body.
  private func damage<Value: Codable>(
    _ value: Value, seed: UInt64, _ body: (Value) -> Void
  ) throws {
    let encoder = JSONEncoder()
    // The same bytes on every run, so that a fault comes again.
    encoder.outputFormatting = .sortedKeys
    let whole = [UInt8](try encoder.encode(value))
    var random = SeededRandom(seed: seed)
    var read = 0
    for round in 0..<Self.rounds {
      let bytes =
        round % 3 == 0
        ? Mutations.damaged(whole, &random)
        : Mutations.withNumber(Mutations.withNumber(whole, &random), &random)
      guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { continue }
      read += 1
      body(value)
    }
    #expect(read > 50)
  }

  /// Looks at a state from all sides.
  private func work(_ walk: inout Walk) {
    for key in ["j", "k", "G", "g", "l", "h", .pageDown, "w", .escape, "e", .escape] as [Key] {
      walk.press(key)
      walk.send(.dialogDrawn)
    }
    walk.send(.pageArrived(0, Sample.page(0, of: 30), at: Walk.now))
    walk.press("j", "G")
    _ = WorkbenchView.draw(walk.state)
  }

  /// A session that begins with what an earlier one left, is drawn, and is worked with.
  private func session(from memory: SessionMemory) -> Walk {
    var walk = Walk()
    walk.state.restore(memory)
    walk.send(.started)
    walk.send(.terminal(.resized(Size(width: 120, height: 40)), at: Walk.now))
    _ = WorkbenchView.draw(walk.state)
    work(&walk)
    return walk
  }

  @Test func aSessionMemoryOfAnyKindLetsTheNextSessionBegin() throws {
    var left = Walk.withCases(250)
    left.press("j", "j", .pageDown)
    left.state.columns.widths = [.assignee: 20]
    try damage(SessionMemory(left.state, isLeft: true), seed: 1) { memory in
      _ = session(from: memory)
    }
  }

  /// The numbers by which rows are placed, each at its worst.
  @Test(arguments: ["total", "cursor", "top"], [Int.max, Int.min, -1, 0, Int(Int32.max)])
  func rowsFromBeforeStandAnywhere(name: String, number: Int) throws {
    var left = Walk.withCases(250)
    left.press(.pageDown, .pageDown)
    let bytes = try JSONEncoder().encode(SessionMemory(left.state, isLeft: true))
    let whole = String(decoding: bytes, as: UTF8.self)
    let text = whole.replacing(
      try Regex("\"\(name)\":\\d+"), with: "\"\(name)\":\(number)")
    #expect(text != whole)
    let memory = try JSONDecoder().decode(SessionMemory.self, from: Data(text.utf8))
    let walk = session(from: memory)
    #expect(walk.state.list.total == 30)
  }

  @Test func aTriageSessionOfAnyKindIsGoneOnWithOrNot() throws {
    var begun = Walk.withCases(9)
    begun.press("T", "j", "j")
    let session = try #require(begun.state.triage?.session)
    try damage(session, seed: 2) { session in
      var walk = Walk.withCases(9)
      walk.send(.triageLoaded(session))
      walk.press("T")
      walk.send(.dialogDrawn)
      walk.press(.enter, "j", "j", "k")
      _ = WorkbenchView.draw(walk.state)
      work(&walk)
    }
  }

  /// Times out of a file are added up without an overflow.
  @Test func theTimesOfATriageSessionCanBeAnything() throws {
    var begun = Walk.withCases(9)
    begun.press("T", "j", "j")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(try #require(begun.state.triage?.session))
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing(#/"milliseconds":\d+/#, with: "\"milliseconds\":\(Int64.max)")
    let session = try JSONDecoder().decode(TriageSession.self, from: Data(text.utf8))
    var walk = Walk.withCases(9)
    walk.send(.triageLoaded(session))
    walk.press("T")
    walk.send(.dialogDrawn)
    walk.press(.enter, "j", "j", "k")
    _ = WorkbenchView.draw(walk.state)
    #expect((walk.state.triage?.session ?? walk.state.keptTriage)?.milliseconds ?? -1 >= 0)
  }

  @Test func aDraftOfAnyKindIsTakenUpOrNot() throws {
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.findings = "Words 1 and 2\n- 3"
    try damage(draft, seed: 3) { draft in
      var walk = Walk.withCase(7)
      walk.send(.draftsLoaded([draft], others: [], troubles: []))
      _ = WorkbenchView.draw(walk.state)
      work(&walk)
    }
  }

  @Test func aSeenCaseOfAnyKindIsShownOrNot() throws {
    let error = CasesError.transport(.getCase, TransportError(.notConnected, "down"))
    try damage(Sample.seen("words 1", 0), seed: 4) { seen in
      var walk = Walk.withCases(7)
      walk.send(.caseRemembered(seen, error))
      _ = WorkbenchView.draw(walk.state)
      work(&walk)
    }
  }

  @Test func aPageOfAnyKindIsShownOrNot() throws {
    try damage(Sample.page(0, of: 20), seed: 5) { page in
      var walk = Walk.withCases(250)
      walk.send(.pageArrived(0, page, at: Walk.now))
      _ = WorkbenchView.draw(walk.state)
      work(&walk)
    }
    try damage(Sample.events(20), seed: 6) { page in
      var walk = Walk.withCase(7)
      walk.send(.eventsArrived(CaseNumber(7), page: 1, page))
      _ = WorkbenchView.draw(walk.state)
      walk.press("l", "l", "G", .enter)
      _ = WorkbenchView.draw(walk.state)
    }
  }

  /// A number that no list can have is no number of rows.
  @Test(arguments: ["-1", "-9223372036854775808", "9223372036854775807", "1e400", "null"])
  func aTotalThatCannotBeIsNone(total: String) {
    let json = Array(#"{"cases":[],"totalCount":\#(total)}"#.utf8)
    #expect(throws: DecodingError.self) { try WireJSON.decode(CasePage.self, from: json) }
  }
}
