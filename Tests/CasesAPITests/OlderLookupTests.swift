import CaseWire
import CasesAPI
import TestSupport
import Testing

/// The look-ups of the old host and of version 1: what leaves, and what is read from answers.
@Suite struct OlderLookupTests {
  private static let version1 = EventQuery([
    EventFilterGroup([EventFilter(EventTerm.Version1.fileName, is: "a.zip")]),
    EventFilterGroup([
      EventFilter(
        EventTerm.Version1.timestamp, .onOrAfter, .string("2020-12-01T00:00:00.000Z"))
    ]),
  ])
  private static let version1Groups =
    #"{"groupClause":"AND","groups":[{"filterClause":"AND","filters":[{"operator":"IS","#
    + #""term":"fileName","value":"a.zip"}]},{"filterClause":"AND","filters":[{"operator":"#
    + #""ON_OR_AFTER","term":"eventTimestamp","value":"2020-12-01T00:00:00.000Z"}]}],"#
  private static let version2 = EventQuery(EventFilter(.userEmail, is: "casey@example.com"))
  private static let version2Groups =
    #"{"groupClause":"AND","groups":[{"filterClause":"AND","filters":[{"operator":"IS","#
    + #""term":"user.email","value":"casey@example.com"}]}],"#

  /// The bodies were taken from the older client, from what it sends for the same queries; it asks
  /// for a page by the token alone, and escapes the quotes in it that are not escaped.
  @Test(arguments: [
    (
      EventSearchAddress.oldHostDeprecated, "", "/forensic-search/queryservice/api/v1/fileevent",
      version1Groups + #""pgSize":500,"pgToken":"","srtDir":"asc","srtKey":"eventId"}"#
    ),
    (
      .oldHostDeprecated, #"t"1\"2"#, "/forensic-search/queryservice/api/v1/fileevent",
      version1Groups + #""pgSize":500,"pgToken":"t\\\"1\\\"2","srtDir":"asc","srtKey":"eventId"}"#
    ),
    (
      .deprecated, "", "/v1/file-events",
      version1Groups + #""pgSize":500,"pgToken":"","srtDir":"asc","srtKey":"eventId"}"#
    ),
    (
      .oldHost, "", "/forensic-search/queryservice/api/v2/fileevent",
      version2Groups + #""pgSize":500,"pgToken":"","srtDir":"asc","srtKey":"event.id"}"#
    ),
  ])
  func searchesAreThoseOfTheOlderClient(
    address: EventSearchAddress, token: String, path: String, body: String
  ) async {
    let transport = FakeTransport(.status(500))
    let client = CasesClient(over: transport, as: .token("t"))
    let query = address == .oldHost ? Self.version2 : Self.version1
    await #expect(throws: CasesError.self) {
      try await client.searchEvents(query, pageSize: 500, token: token, at: address)
    }
    #expect(transport.requests.map(\.target) == [path])
    #expect(transport.requests.map { String(decoding: $0.body, as: UTF8.self) } == [body])
    #expect(transport.requests.first?.headers["Content-Type"] == "application/json")
  }

  @Test func eventsOfVersion1AreReadAsFarAsTheyAreKnown() async throws {
    let transport = FakeTransport(
      .json(
        """
        {"fileEvents": [
          {"eventId": "0_1", "eventType": "CREATED", "eventTimestamp": "2026-11-24T10:21:55.281Z",
           "deviceUserName": "jo@example.com", "fileName": "a.zip", "filePath": "C:/x/",
           "riskScore": 9, "riskSeverity": "CRITICAL", "source": "Endpoint", "event": null},
          {"eventId": 7, "fileName": null}],
         "nextPgToken": null, "problems": null, "totalCount": 2}
        """))
    var first = FoundEvent(eventId: EventID("0_1"))
    first.timestamp = Timestamp("2026-11-24T10:21:55.281Z")
    first.action = "CREATED"
    first.userEmail = "jo@example.com"
    first.fileName = "a.zip"
    first.fileDirectory = "C:/x/"
    first.riskScore = 9
    first.riskSeverity = .critical
    var found: [FoundEvent] = []
    let client = CasesClient(over: transport, as: .token("t"))
    for try await event in EventSearch(client, Self.version1, at: .deprecated) {
      found.append(event)
    }
    #expect(found == [first, FoundEvent(eventId: EventID("7"))])
    #expect(transport.requests.map(\.target) == ["/v1/file-events"])
  }

  /// An answer of the old host and who it says has the name; other names in it are passed over.
  @Test(arguments: [
    (
      """
      {"metadata": {}, "data": {"totalCount": 2, "users": [
        {"userId": 100, "userUid": "9007199254740993", "username": "Jo@example.com"},
        {"userId": 101, "userUid": "8", "username": "ajo@example.com"}]}}
      """, ["9007199254740993"]
    ),
    (
      #"{"users": [{"userUid": 421380797518239242, "username": "jo@example.com"}]}"#,
      ["421380797518239242"]
    ),
    (#"{"data": {"users": [], "totalCount": 0}}"#, []),
  ])
  func usersOfTheOldHostAreKnownByTheirUID(body: String, ids: [String]) async throws {
    let client = CasesClient(over: FakeTransport(.json(body)), as: .token("t"))
    let users = try await client.oldHostUsers(named: "jo@example.com")
    #expect(users.map(\.userId.rawValue) == ids)
  }

  /// The number that this host has beside the identifier is never taken for it.
  @Test(arguments: [
    (#"{"data": {"users": [{"userId": 100, "username": "jo"}]}}"#, "“data.users[0].userUid”"),
    (#"{"data": null}"#, "“data”"), (#"{"data": {}}"#, "“data.users” is missing"),
    (#"{"totalCount": 0}"#, "“users” is missing"),
  ])
  func anAnswerWithoutAnIdentifierIsUnreadable(body: String, told: String) async throws {
    let client = CasesClient(over: FakeTransport(.json(body)), as: .token("t"))
    let error = try await #require(throws: CasesError.self) {
      try await client.oldHostUsers(named: "jo")
    }
    guard case .unreadable(.findUsers, 200, let text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(text.hasPrefix(told))
  }
}
