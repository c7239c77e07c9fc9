import CaseWire
import CasesAPI
import TestSupport
import Testing

/// The search for file events: what leaves, what is read, and where the pages end.
@Suite struct EventSearchTests {
  private static let start = Timestamp("2000-01-01T00:00:00Z") ?? Timestamp(microseconds: 0)

  /// A query and the body that it becomes; the first two are those of the vendor's own clients.
  @Test(arguments: [
    (
      EventQuery(EventFilter(.timestamp, .onOrAfter, .string("2000-01-01T00:00:00.000Z"))), 50, "",
      #"{"groupClause":"AND","groups":[{"filterClause":"AND","filters":[{"operator":"ON_OR_AFTER","#
        + #""term":"@timestamp","value":"2000-01-01T00:00:00.000Z"}]}],"pgNum":1,"pgSize":50,"#
        + #""pgToken":"","srtDir":"asc","srtKey":"event.id"}"#
    ),
    (
      EventQuery([
        EventFilterGroup([EventFilter(withinTheLastDays: 30)]),
        EventFilterGroup([EventFilter(.riskScore, .greaterThan, .integer(1))]),
      ]), 10_000, "",
      #"{"groupClause":"AND","groups":[{"filterClause":"AND","filters":[{"operator":"#
        + #""WITHIN_THE_LAST","term":"@timestamp","value":"P30D"}]},{"filterClause":"AND","#
        + #""filters":[{"operator":"GREATER_THAN","term":"risk.score","value":1}]}],"pgNum":1,"#
        + #""pgSize":10000,"pgToken":"","srtDir":"asc","srtKey":"event.id"}"#
    ),
    (
      EventQuery(
        [
          EventFilterGroup(
            [
              EventFilter(.userEmail, is: "jo*@example.com"),
              EventFilter(.fileName, isAnyOf: ["a\"b", "ü"]),
              EventFilter(.fileMD5, .doesNotExist), EventFilter(onOrAfter: start),
              EventFilter(onOrBefore: start),
            ], filterClause: .or)
        ], groupClause: .or, sortKey: .timestamp, isDescending: true), 1, "t/k=",
      #"{"groupClause":"OR","groups":[{"filterClause":"OR","filters":[{"operator":"IS","term":"#
        + #""user.email","value":"jo*@example.com"},{"operator":"IS_ANY","term":"file.name","#
        + #""value":["a\"b","ü"]},{"operator":"DOES_NOT_EXIST","term":"file.hash.md5","value":"#
        + #"null},{"operator":"ON_OR_AFTER","term":"@timestamp","value":"#
        + #""2000-01-01T00:00:00.000000Z"},{"operator":"ON_OR_BEFORE","term":"@timestamp","value":"#
        + #""2000-01-01T00:00:00.000000Z"}]}],"pgNum":1,"pgSize":1,"pgToken":"t/k=","#
        + #""srtDir":"desc","srtKey":"@timestamp"}"#
    ),
  ])
  func queriesAreThoseOfTheVendorsClient(
    query: EventQuery, pageSize: Int, token: String, body: String
  ) async {
    let transport = FakeTransport(.status(500))
    let client = CasesClient(over: transport, as: .token("t"))
    await #expect(throws: CasesError.self) {
      try await client.searchEvents(query, pageSize: pageSize, token: token)
    }
    #expect(transport.requests.map(\.target) == ["/v2/file-events"])
    #expect(transport.requests.map { String(decoding: $0.body, as: UTF8.self) } == [body])
    #expect(transport.requests.first?.headers["Content-Type"] == "application/json")
  }

  private static let query = EventQuery(EventFilter(.id, is: "e"))

  @Test func eventsAreReadAsFarAsTheyAreKnown() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(
          """
          {"fileEvents": [
            {"@timestamp": "2026-11-24T10:21:55.281Z",
             "event": {"id": "0_1", "action": "file-created", "inserted": "x"},
             "user": {"email": "jo@example.com", "id": "7"},
             "file": {"name": "a.zip", "directory": "C:/x/", "hash": {"md5": null}},
             "risk": {"score": 9, "severity": "CRITICAL", "indicators": []}, "git": {}},
            {"event": {"id": "0_2"}, "file": null}],
           "nextPgToken": "next", "problems": null, "totalCount": 2}
          """)), as: .token("t"))
    var first = FoundEvent(eventId: EventID("0_1"))
    first.timestamp = Timestamp("2026-11-24T10:21:55.281Z")
    first.action = "file-created"
    first.userEmail = "jo@example.com"
    first.fileName = "a.zip"
    first.fileDirectory = "C:/x/"
    first.riskScore = 9
    first.riskSeverity = .critical
    let page = try await client.searchEvents(Self.query, pageSize: 10, token: "")
    let second = FoundEvent(eventId: EventID("0_2"))
    #expect(
      page == FoundEventPage(events: [first, second], totalCount: 2, nextToken: "next"))
  }

  /// A search is refused by a list of problems, with a status of refusal or of success.
  @Test(arguments: [400, 200])
  func aSearchIsRefusedByItsProblems(status: Int) async {
    let body = """
      {"fileEvents": [], "problems": [{"type": "ILLEGAL_VALUE", "description": "no such day",
       "badFilter": {"term": "@timestamp"}}], "totalCount": 0, "nextPgToken": null}
      """
    let client = CasesClient(over: FakeTransport(.json(body, status: status)), as: .token("t"))
    let problem = Problem(ProblemWord(rawValue: "ILLEGAL_VALUE"), description: "no such day")
    await #expect(throws: CasesError.refused(.searchEvents, status: status, problem)) {
      try await client.searchEvents(Self.query, pageSize: 10, token: "")
    }
  }

  /// Nothing is changed by a search, so that it is sent again, POST though it is.
  @Test func aSearchIsRepeatedLikeAnyRead() async throws {
    let transport = FakeTransport(.status(429), .status(503), Self.page(["a"], next: "null"))
    var clock = ClientClock()
    clock.rest = { _ in }
    let client = CasesClient(
      over: transport, as: .token("t"), retrying: RetryPolicy(), clock: clock)
    _ = try await client.searchEvents(Self.query, pageSize: 10, token: "")
    #expect(transport.requests.count == 3 && Set(transport.requests).count == 1)
  }

  private static func page(
    _ ids: [String], next: String
  ) -> Result<HTTPResponse, TransportError> {
    let rows = ids.map { #"{"event": {"id": "\#($0)"}}"# }.joined(separator: ",")
    return .json(#"{"fileEvents": [\#(rows)], "nextPgToken": \#(next), "totalCount": 9}"#)
  }

  @Test(arguments: ["null", "\"\""])
  func allPagesComeUntilThereIsNoTokenLeft(last: String) async throws {
    let transport = FakeTransport(
      Self.page(["a", "b"], next: #""t1""#), Self.page([], next: #""t2""#),
      Self.page(["c"], next: last))
    let client = CasesClient(over: transport, as: .token("t"))
    var ids: [String] = []
    for try await event in EventSearch(client, Self.query, pageSize: 2) {
      ids.append(event.eventId.rawValue)
    }
    #expect(ids == ["a", "b", "c"])
    let tokens = try transport.requests.map { request in
      guard case .object(let body) = try WireJSON.decode(JSONValue.self, from: request.body) else {
        return JSONValue.null
      }
      return body["pgToken"] ?? .null
    }
    #expect(tokens == [.string(""), .string("t1"), .string("t2")])
  }

  /// A server that gives the same token for ever is not asked for ever.
  @Test func aCircleOfPagesEnds() async throws {
    let transport = FakeTransport { _ in
      HTTPResponse(
        status: 200, body: Array(#"{"fileEvents": [], "nextPgToken": "t", "totalCount": 0}"#.utf8))
    }
    var events = EventSearch(CasesClient(over: transport, as: .token("t")), Self.query)
      .makeAsyncIterator()
    let error = await #expect(throws: CasesError.self) { try await events.next() }
    let told = "the pages of events go round in a circle"
    #expect(error == .unreadable(.searchEvents, status: 200, told))
    #expect(transport.requests.count == 2)
  }

  /// After an error the same page is asked for again, and nothing is skipped or given twice.
  @Test func aPageThatFailedIsAskedForAgain() async throws {
    let transport = FakeTransport(
      Self.page(["a"], next: #""t1""#), .failing(.timedOut), Self.page(["b"], next: "null"))
    var events = EventSearch(CasesClient(over: transport, as: .token("t")), Self.query)
      .makeAsyncIterator()
    let first = try await events.next()
    await #expect(throws: CasesError.self) { try await events.next() }
    let second = try await events.next()
    let end = try await events.next()
    #expect([first, second, end].map { $0?.eventId.rawValue } == ["a", "b", nil])
  }
}
