import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Two analysts on one case, each starting from what they last saw, over a network with faults.
@Suite struct CaseSaveScheduleTests {
  /// 1,000 schedules of 10 saves each, from fixed seeds, checked step by step.
  ///
  /// In every other one the server names the states of the case; then somebody else may also come
  /// between the reading of a save and its change, which no client could see otherwise.
  @Test func noScheduleOfTwoWritersLosesAWord() async throws {
    var merges = 0
    for seed in 0..<1_000 {
      var random = SeededRandom(seed: UInt64(seed))
      merges += try await Self.runSchedule(&random, givesTags: seed % 2 == 1)
    }
    // Both writers were often in different paragraphs.
    #expect(merges > 100)
  }

  /// Runs one schedule, in which nobody takes a word out of the findings.
  ///
  /// - Returns: how many saves merged findings.
  private static func runSchedule(
    _ random: inout SeededRandom, givesTags: Bool
  ) async throws -> Int {
    var merges = 0
    let summary = CaseSummary(
      number: CaseNumber(1), name: "n0", createdAt: .start, updatedAt: .start)
    let server = MemoryServer(
      Case(summary: summary, description: "d0", findings: findings), givesTags: givesTags)
    let start = CaseContent(name: "n0", description: "d0", findings: findings)
    var bases = [start, start]
    for step in 1...10 {
      let writer = Int.random(in: 0...1, using: &random)
      var edited = bases[writer]
      for field in CaseField.allCases where Int.random(in: 0...2, using: &random) == 0 {
        write("\(writer)-\(step)", into: field, of: &edited, &random)
      }
      let change = CaseChange(CaseNumber(1), base: bases[writer], edited: edited)
      let fault = faults.randomElement(using: &random).flatMap(\.self)
      if let fault { server.failChange(fault) }
      var before = try #require(server.cases.first).content
      var between: CaseContent?
      if givesTags, Int.random(in: 0...2, using: &random) == 0 {
        var theirs = before
        for field in CaseField.allCases where Int.random(in: 0...2, using: &random) == 0 {
          write("between-\(step)", into: field, of: &theirs, &random)
        }
        server.replaceBeforeChange(CaseReplacement(content: theirs, status: .open))
        between = theirs
      }
      let transport = server.transport()
      let outcome = await CasesClient(over: transport, as: .token("t")).save(change)
      let after = try #require(server.cases.first).content
      let sent = transport.requests.filter { $0.method == .put }.count
      try #require(sent <= (between == nil ? 1 : 2))
      if sent > 0, let between { before = between }
      try #require(
        isTrue(outcome, change, before: before, after: after)
          || isDoubtful(outcome, between, fault, before: before, after: after),
        "\(outcome) for \(change) from \(before) to \(after)")
      if case .saved(_, let kept) = outcome, kept.contains(.findings),
        edited.findings != bases[writer].findings
      {
        merges += 1
      }
      // The server forgets a fault that no request has met.
      server.forgetFaults()
      if Bool.random(using: &random) { bases[writer] = after }
    }
    return merges
  }

  private static let findings = "f0\n\nf1\r\n\r\nf2\n\n\nf3\n"

  /// Puts a word of its own into a field: beside the words of a paragraph or as a new one in the
  /// findings, in the place of the text in any other.
  private static func write(
    _ word: String, into field: CaseField, of content: inout CaseContent,
    _ random: inout SeededRandom
  ) {
    guard field == .findings, let text = content.findings else {
      content.put("\(field.rawValue) \(word)", into: field)
      return
    }
    let place = "f\(random.next(below: 4))"
    let isNew = random.next(below: 3) == 0
    content.findings = text.replacing(
      place, with: isNew ? "\(word)\n\n\(place)" : "\(place) \(word)")
  }

  /// Whether all words of some findings are in others.
  private static func holds(_ content: CaseContent, _ words: CaseContent) -> Bool {
    func set(_ content: CaseContent) -> Set<Substring> {
      Set((content.findings ?? "").split(whereSeparator: \.isWhitespace))
    }
    return set(words).isSubset(of: set(content))
  }

  /// Whether an outcome says what the server's case shows.
  private static func isTrue(
    _ outcome: CaseSaveOutcome, _ change: CaseChange, before: CaseContent, after: CaseContent
  ) -> Bool {
    let mine = change.edited.differences(from: change.base)
    // Findings may hold more than mine.
    let whole = mine.subtracting([.findings])
    guard holds(after, before) else { return false }
    switch outcome {
    case .saved(let stored, _):
      // All of mine is there, and nothing of anybody else's is gone.
      return stored.content == after
        && holds(after, change.edited)
        && change.edited.differences(from: after).isDisjoint(with: whole)
        && after.differences(from: before).isSubset(of: mine)
        && whole.allSatisfy { before[$0] == change.base[$0] || before[$0] == change.edited[$0] }
    case .conflict(let latest, let fields):
      return before == after && latest.content == after && fields.isSubset(of: mine)
        && fields.allSatisfy { before[$0] != change.base[$0] }
    case .unchanged(let latest):
      return before == after && latest.content == after
        && holds(after, change.edited)
        && change.edited.differences(from: after).isDisjoint(with: whole)
    case .failed:
      return before == after
    case .settled, .unknown:
      return false
    }
  }

  /// Whether an outcome is rightly open: the answer was lost, somebody else wrote meanwhile or the
  /// server may yet be at it, and nothing of theirs is gone.
  private static func isDoubtful(
    _ outcome: CaseSaveOutcome, _ between: CaseContent?, _ fault: MemoryServer.Fault?,
    before: CaseContent, after: CaseContent
  ) -> Bool {
    guard case .unknown = outcome else { return false }
    let isLate = if case .lost(.timedOut, isDone: false)? = fault { true } else { false }
    return (between != nil || isLate) && fault != nil && before == after
  }

  private static let faults: [MemoryServer.Fault?] = [
    nil, nil, nil, .lost(.timedOut, isDone: true), .lost(.timedOut, isDone: false),
    .lost(.notConnected, isDone: false), .answered(502, "", isDone: true),
    .answered(502, "", isDone: false), .answered(200, "<html>", isDone: true),
    .answered(400, #"{"problem": "NAME_EXISTS"}"#, isDone: false),
  ]
}
