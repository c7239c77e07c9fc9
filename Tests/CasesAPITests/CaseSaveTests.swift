import CaseWire
import CasesAPI
import TestSupport
import Testing

/// What becomes of a change, with other people and a bad network in between.
@Suite struct CaseSaveTests {
  private static let base = CaseContent(
    name: "Leak", description: "old", findings: "one\ntwo\n\tthree  \n",
    subject: UserUID("421380797518239242"))

  private static func stored(
    _ content: CaseContent = base, status: CaseStatus = .open
  ) -> Case {
    var summary = CaseSummary(
      number: CaseNumber(1), name: content.name, createdAt: .start, updatedAt: .start,
      status: status)
    summary.subject = content.subject
    summary.assignee = content.assignee
    return Case(summary: summary, description: content.description, findings: content.findings)
  }

  private static func edited(_ change: (inout CaseContent) -> Void) -> CaseContent {
    var content = base
    change(&content)
    return content
  }

  private static let described = edited { $0.description = "new" }

  private static func change(
    to edited: CaseContent = described, closes: Bool = false, overruled: Set<CaseField> = []
  ) -> CaseChange {
    CaseChange(CaseNumber(1), base: base, edited: edited, closes: closes, overruled: overruled)
  }

  private func bodies(_ transport: FakeTransport) -> [String] {
    transport.requests.filter { $0.method != .get }.map { String(decoding: $0.body, as: UTF8.self) }
  }

  /// Trial T001: all six keys, blank ones as null, untouched ones byte for byte.
  @Test func t001EveryPutHoldsTheWholeCase() async {
    let server = MemoryServer(Self.stored())
    let transport = server.transport()
    let client = CasesClient(over: transport, as: .token("t"))
    let saved = await client.save(Self.change())
    #expect(saved == .saved(Self.stored(Self.described), kept: []))
    let closing = CaseChange(
      CaseNumber(1), base: Self.described, edited: Self.described, closes: true)
    let closed = await client.save(closing)
    #expect(closed == .saved(Self.stored(Self.described, status: .closed), kept: []))
    let body = #"""
      {"assignee":null,"description":"new","findings":"one\ntwo\n\tthree  \n","name":"Leak",\#
      "status":"OPEN","subject":"421380797518239242"}
      """#
    #expect(bodies(transport) == [body, body.replacing("OPEN", with: "CLOSED")])
  }

  /// Trial T003: two analysts in different paragraphs; both texts are stored and it is told.
  @Test func t003DifferentParagraphsAreBothStored() async {
    let mine = Self.edited { $0.findings = "one\ntwo\n\tthree  \n\nMine." }
    let both = Self.edited { $0.findings = "one\ntwo, and Kim's\n\tthree  \n\nMine." }
    let base = Self.edited { $0.findings = "one\ntwo\n\tthree  " }
    let latest = Self.edited { $0.findings = "one\ntwo, and Kim's\n\tthree  " }
    let server = MemoryServer(Self.stored(latest))
    let client = CasesClient(over: server.transport(), as: .token("t"))
    let change = CaseChange(CaseNumber(1), base: base, edited: mine)
    let saved = await client.save(change)
    #expect(saved == .saved(Self.stored(both), kept: [.findings]))
    // The same paragraph is still a conflict.
    let end = Self.edited { $0.findings = "one\ntwo\n\tthree  \nMine." }
    let touching = await client.save(CaseChange(CaseNumber(1), base: base, edited: end))
    #expect(touching == .conflict(latest: Self.stored(both), [.findings]))
    #expect(server.cases == [Self.stored(both)])
  }

  /// Test line 12: what is closed for ever is what the user saw; a merged text is not.
  @Test func nothingIsClosedOverAMergedText() async {
    let base = Self.edited { $0.findings = "a\n\nb" }
    let latest = Self.edited { $0.findings = "a\n\nb theirs" }
    let mine = Self.edited { $0.findings = "a mine\n\nb" }
    let server = MemoryServer(Self.stored(latest))
    let client = CasesClient(over: server.transport(), as: .token("t"))
    let outcome = await client.save(
      CaseChange(CaseNumber(1), base: base, edited: mine, closes: true))
    #expect(outcome == .conflict(latest: Self.stored(latest), [.findings]))
    #expect(server.cases == [Self.stored(latest)])
  }

  @Test func nothingIsSentWhereNothingWasChanged() async {
    var blank = Self.base
    blank.assignee = UserUID("")
    let transport = MemoryServer(Self.stored()).transport()
    let client = CasesClient(over: transport, as: .token("t"))
    let outcome = await client.save(Self.change(to: blank))
    #expect(outcome == .unchanged(Self.stored()))
    #expect(bodies(transport) == [])
  }

  @Test func whatOthersChangedIsKeptAndTold() async {
    let theirs = Self.edited {
      $0.findings = "theirs"
      $0.assignee = UserUID("7")
    }
    let server = MemoryServer(Self.stored(theirs))
    let outcome = await CasesClient(over: server.transport(), as: .token("t")).save(Self.change())
    var merged = theirs
    merged.description = "new"
    #expect(outcome == .saved(Self.stored(merged), kept: [.findings, .assignee]))
    #expect(server.cases == [Self.stored(merged)])
  }

  /// Trial T003: the second writer is told before anything is sent.
  @Test func t003AFieldThatBothChangedIsAConflictUntilItIsOverruled() async {
    let theirs = Self.stored(Self.edited { $0.description = "theirs" })
    let server = MemoryServer(theirs)
    let transport = server.transport()
    let client = CasesClient(over: transport, as: .token("t"))
    let conflict = await client.save(Self.change())
    #expect(conflict == .conflict(latest: theirs, [.description]))
    #expect(bodies(transport) == [])
    let overruled = await client.save(Self.change(overruled: [.description]))
    #expect(overruled == .saved(Self.stored(Self.described), kept: []))
  }

  @Test func whatBothChangedAlikeIsNoConflict() async {
    let latest = Self.stored(Self.described)
    let transport = MemoryServer(latest).transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(Self.change())
    #expect(outcome == .unchanged(latest))
  }

  @Test func closingWantsTheUserToHaveSeenEverything() async {
    let theirs = Self.stored(Self.edited { $0.findings = "theirs" })
    let server = MemoryServer(theirs)
    let transport = server.transport()
    let client = CasesClient(over: transport, as: .token("t"))
    let unseen = await client.save(Self.change(closes: true))
    #expect(unseen == .conflict(latest: theirs, [.findings]))
    #expect(bodies(transport) == [])
    let seen = await client.save(Self.change(closes: true, overruled: [.findings]))
    let merged = Self.edited {
      $0.description = "new"
      $0.findings = "theirs"
    }
    #expect(seen == .saved(Self.stored(merged, status: .closed), kept: [.findings]))
  }

  @Test(arguments: [CaseStatus.closed, .archived])
  func aSettledCaseIsLeftAlone(status: CaseStatus) async {
    let latest = Self.stored(status: status)
    let transport = MemoryServer(latest).transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(
      Self.change(closes: true))
    #expect(outcome == .settled(latest: latest))
    #expect(bodies(transport) == [])
  }

  @Test func aSettledCaseThatHoldsTheChangeIsAsWanted() async {
    let latest = Self.stored(Self.described, status: .closed)
    let transport = MemoryServer(latest).transport()
    let client = CasesClient(over: transport, as: .token("t"))
    let closing = await client.save(Self.change(closes: true))
    let editing = await client.save(Self.change())
    #expect([closing, editing] == [.saved(latest, kept: []), .unchanged(latest)])
    #expect(bodies(transport) == [])
  }

  @Test func aCaseClosedAtTheLastMomentIsSettled() async {
    let server = MemoryServer(Self.stored())
    server.replaceBeforeChange(CaseReplacement(content: Self.base, status: .closed))
    let outcome = await CasesClient(over: server.transport(), as: .token("t")).save(Self.change())
    #expect(outcome == .settled(latest: Self.stored(status: .closed)))
  }

  /// Trial T021: an update does not invent a status.
  @Test(arguments: ["ON_HOLD", ""])
  func t021AStatusThatIsNotKnownGoesBackAsItCame(word: String) async {
    let status = CaseStatus(rawValue: word)
    let transport = MemoryServer(Self.stored(status: status)).transport()
    _ = await CasesClient(over: transport, as: .token("t")).save(Self.change())
    let sent = word.isEmpty ? "null" : "\"\(word)\""
    #expect(bodies(transport).map { $0.contains("\"status\":\(sent),") } == [true])
  }

  /// A fault of the change, and whether the case shows that it was made.
  struct Doubt: CustomTestStringConvertible, Sendable {
    let fault: MemoryServer.Fault
    let error: CasesError
    var testDescription: String { "\(fault)" }
  }

  private static func doubts(isDone: Bool) -> [Doubt] {
    let kinds: [TransportError.Kind] = [
      .cancelled, .timedOut, .interrupted, .tooLarge, .malformed,
    ]
    let statuses = [500, 502, 503, 504]
    return kinds.map { kind in
      Doubt(
        fault: .lost(kind, isDone: isDone),
        error: .transport(.replaceCase, TransportError(kind, "told to fail")))
    }
      + statuses.map { status in
        Doubt(
          fault: .answered(status, "", isDone: isDone),
          error: .refused(.replaceCase, status: status, nil))
      } + [
        Doubt(
          fault: .answered(200, "{", isDone: isDone),
          error: .unreadable(
            .replaceCase, status: 200,
            "the JSON ends too early, after 1 bytes; 1 bytes of unknown type beginning “{”"))
      ]
  }

  @Test(arguments: doubts(isDone: true))
  func aChangeWhoseAnswerWasLostIsFoundDone(doubt: Doubt) async {
    let server = MemoryServer(Self.stored())
    server.failChange(doubt.fault)
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(
      Self.change(closes: true))
    #expect(outcome == .saved(Self.stored(Self.described, status: .closed), kept: []))
    #expect(bodies(transport).count == 1)
  }

  @Test(arguments: doubts(isDone: false))
  func aChangeThatWasLostItselfIsFoundNotDone(doubt: Doubt) async {
    let server = MemoryServer(Self.stored())
    server.failChange(doubt.fault)
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(Self.change())
    #expect(outcome == (doubt.error.mayStillBeDone ? .unknown(doubt.error) : .failed(doubt.error)))
    #expect(bodies(transport).count == 1)
  }

  @Test func aChangeThatIsNotThereAfterATimeLimitMayYetCome() {
    let late = Self.doubts(isDone: false).map(\.error).filter(\.mayStillBeDone)
    #expect(
      late == [
        .transport(.replaceCase, TransportError(.timedOut, "told to fail")),
        .refused(.replaceCase, status: 504, nil),
      ])
  }

  @Test(arguments: doubts(isDone: true))
  func aChangeOfWhichNothingCanBeLearntIsUnknown(doubt: Doubt) async {
    let server = MemoryServer(Self.stored())
    server.failChange(doubt.fault)
    server.failReadAfterwards(.lost(.notConnected, isDone: false))
    // The first reading comes before the change, so that it does not fail.
    let outcome = await CasesClient(over: server.transport(), as: .token("t")).save(Self.change())
    #expect(outcome == .unknown(doubt.error))
  }

  @Test func aChangeThatSomebodyWroteOverIsUnknown() async {
    let server = MemoryServer(Self.stored())
    server.replaceBeforeChange(
      CaseReplacement(content: Self.edited { $0.description = "third" }, status: .open))
    server.failChange(.lost(.timedOut, isDone: false))
    let outcome = await CasesClient(over: server.transport(), as: .token("t")).save(Self.change())
    #expect(
      outcome
        == .unknown(.transport(.replaceCase, TransportError(.timedOut, "told to fail"))))
  }

  @Test(arguments: [
    (MemoryServer.Fault.lost(.notConnected, isDone: false), 2),
    (.answered(400, #"{"problem": "NAME_EXISTS"}"#, isDone: false), 2),
    (.answered(403, "", isDone: false), 2), (.answered(404, "", isDone: false), 2),
    (.answered(401, "", isDone: false), 2),
  ])
  func aChangeThatWasCertainlyNotMadeIsNotLookedFor(fault: MemoryServer.Fault, requests: Int) async
  {
    let server = MemoryServer(Self.stored())
    server.failChange(fault)
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(Self.change())
    guard case .failed = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(transport.requests.count == requests)
    #expect(server.cases == [Self.stored()])
  }

  @Test func nothingIsSentWhereTheCaseCannotBeRead() async {
    let server = MemoryServer()
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(Self.change())
    #expect(outcome == .failed(.notFound(.getCase)))
    #expect(transport.requests.count == 1)
  }

  @Test func aNameThatTheServerTrimsIsSaved() async {
    let server = MemoryServer(Self.stored())
    let outcome = await CasesClient(over: server.transport(), as: .token("t"))
      .save(Self.change(to: Self.edited { $0.name = "  Leak of plans" }))
    #expect(outcome == .saved(Self.stored(Self.edited { $0.name = "Leak of plans" }), kept: []))
  }

  @Test func anAnswerWithoutTheChangeIsNotBelieved() async throws {
    let server = MemoryServer(Self.stored())
    let stale = String(decoding: try WireJSON.encode(Self.stored()), as: UTF8.self)
    server.failChange(.answered(200, stale, isDone: false))
    let outcome = await CasesClient(over: server.transport(), as: .token("t")).save(Self.change())
    #expect(
      outcome
        == .failed(
          .unreadable(.replaceCase, status: 200, "the answer differs from what was sent")))
  }
}
