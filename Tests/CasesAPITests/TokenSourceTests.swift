import CaseWire
import CasesAPI
import Threads
import TestSupport
import Testing

/// How the client comes by its tokens.
@Suite struct TokenSourceTests {
  private static let credentials = Credentials.apiClient(id: "key-42", secret: "53cr37:ü")
  private static let emptyList = #"{"cases": [], "totalCount": 0}"#

  private static func token(_ text: String, lifetime: Int = 900) -> String {
    #"{"access_token": "\#(text)", "token_type": "bearer", "expires_in": \#(lifetime)}"#
  }

  private func list(_ client: CasesClient) async throws(CasesError) {
    _ = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
  }

  private func proofs(_ transport: FakeTransport) -> [String] {
    transport.requests.map { "\($0.path) \($0.headers["Authorization"] ?? "")" }
  }

  @Test func theTokenIsAskedForAsTheVendorsClientDoes() async throws {
    let transport = FakeTransport(.json(Self.token("a")), .json(Self.emptyList))
    try await list(CasesClient(over: transport, as: Self.credentials))
    #expect(
      transport.requests.first
        == HTTPRequest(
          .post, "/v1/oauth",
          headers: [
            "Accept": "application/json", "Authorization": "Basic a2V5LTQyOjUzY3IzNzrDvA==",
          ]))
    #expect(proofs(transport).last == "/v1/cases Bearer a")
  }

  /// A minute before the end of 900 seconds, or a quarter of a shorter life.
  @Test(arguments: [(900, 839, 841), (100, 74, 76), (1, 0, 2)])
  func aTokenIsRenewedWhenItsLifeIsNearlyOver(lifetime: Int, good: Int, stale: Int) async throws {
    let transport = FakeTransport(
      .json(Self.token("a", lifetime: lifetime)), .json(Self.emptyList), .json(Self.emptyList),
      .json(Self.token("b", lifetime: lifetime)), .json(Self.emptyList))
    let start = ContinuousClock.now
    let passed = Locked(0)
    var clock = ClientClock()
    clock.now = { start + .seconds(passed.withLock { $0 }) }
    let client = CasesClient(over: transport, as: Self.credentials, clock: clock)
    for seconds in [0, good, stale] {
      passed.withLock { $0 = seconds }
      try await list(client)
    }
    #expect(
      proofs(transport).filter { $0.contains("Bearer") }
        == ["/v1/cases Bearer a", "/v1/cases Bearer a", "/v1/cases Bearer b"])
  }

  /// Trial T037: tokens good for three requests, a list of ten pages, events added.
  @Test func t037ATokenThatRunsOutInTheMiddleIsRenewedUnseen() async throws {
    let left = Locked((uses: 0, tokens: 0, done: 0))
    let transport = FakeTransport { request in
      left.withLock { left in
        if request.path == "/v1/oauth" {
          left = (3, left.tokens + 1, left.done)
          return HTTPResponse(status: 200, body: Array(Self.token("t\(left.tokens)").utf8))
        }
        guard left.uses > 0, request.headers["Authorization"] == "Bearer t\(left.tokens)" else {
          return HTTPResponse(status: 401)
        }
        left.uses -= 1
        left.done += 1
        return request.method == .post
          ? HTTPResponse(status: 204) : HTTPResponse(status: 200, body: Array(Self.emptyList.utf8))
      }
    }
    let client = CasesClient(over: transport, as: Self.credentials)
    for _ in 0..<10 { try await list(client) }
    for number in 0..<20 { try await client.add(EventID("\(number)"), to: CaseNumber(1)) }
    #expect(left.withLock { [$0.tokens, $0.done] } == [10, 30])
  }

  @Test func aSecondRefusalIsAnErrorOfTheOperation() async {
    let transport = FakeTransport(
      .json(Self.token("a")), .status(401), .json(Self.token("b")), .status(401))
    await #expect(throws: CasesError.unauthorized(.listCases)) {
      try await list(CasesClient(over: transport, as: Self.credentials))
    }
    #expect(transport.requests.count == 4)
  }

  @Test func aReadyTokenIsUsedAsItIsAndNotRenewed() async {
    let transport = FakeTransport(.status(401), .status(401))
    await #expect(throws: CasesError.unauthorized(.listCases)) {
      try await list(CasesClient(over: transport, as: .token("ready")))
    }
    #expect(proofs(transport) == ["/v1/cases Bearer ready"])
  }

  @Test func aWrongSecretIsSentOnce() async {
    let transport = FakeTransport(.status(401), .json(Self.token("a")))
    let client = CasesClient(over: transport, as: Self.credentials)
    for _ in 0..<3 {
      await #expect(throws: CasesError.unauthorized(.signIn)) { try await list(client) }
    }
    #expect(transport.requests.count == 1)
  }

  @Test func requestsAtOnceShareOneToken() async {
    let transport = FakeTransport { request in
      guard request.path == "/v1/oauth" else {
        return HTTPResponse(status: 200, body: Array(Self.emptyList.utf8))
      }
      // The others get their chance to ask as well.
      for _ in 0..<1_000 { await Task.yield() }
      return HTTPResponse(status: 200, body: Array(Self.token("a").utf8))
    }
    let client = CasesClient(over: transport, as: Self.credentials)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try? await list(client) } }
    }
    let sent = proofs(transport)
    #expect(sent.count == 21 && sent.filter { $0.hasPrefix("/v1/oauth") }.count == 1)
  }

  @Test func aCancelledFetchIsTakenOverByWhoWaits() async throws {
    let fetches = Locked(0)
    let transport = FakeTransport { (request) async throws(TransportError) in
      guard request.path == "/v1/oauth" else {
        return HTTPResponse(status: 200, body: Array(Self.emptyList.utf8))
      }
      let isFirst = fetches.withLock { fetches in
        fetches += 1
        return fetches == 1
      }
      guard isFirst else { return HTTPResponse(status: 200, body: Array(Self.token("a").utf8)) }
      try? await Task.sleep(for: .seconds(3_600))
      throw TransportError(.cancelled, "cancelled")
    }
    let client = CasesClient(over: transport, as: Self.credentials)
    let first = Task { try await list(client) }
    let isFetching = await eventually { fetches.withLock { $0 == 1 } }
    let second = Task { try await list(client) }
    let third = Task { try await list(client) }
    third.cancel()
    let cancelled = await third.result
    first.cancel()
    let given = await first.result
    try await second.value
    #expect(isFetching)
    let error = TransportError(.cancelled, "cancelled while a token was fetched")
    #expect(throws: CasesError.transport(.signIn, error)) { try cancelled.get() }
    let own = CasesError.transport(.signIn, TransportError(.cancelled, "cancelled"))
    #expect(throws: own) { try given.get() }
    #expect(fetches.withLock { $0 } == 2)
  }

  @Test func aFetchThatFailedIsTriedAgainByTheNextRequest() async throws {
    let transport = FakeTransport(
      .failing(.timedOut), .status(503), .json(Self.token("a")), .json(Self.emptyList))
    let client = CasesClient(over: transport, as: Self.credentials)
    let error = TransportError(.timedOut, "told to fail")
    await #expect(throws: CasesError.transport(.signIn, error)) { try await list(client) }
    await #expect(throws: CasesError.refused(.signIn, status: 503, nil)) { try await list(client) }
    try await list(client)
  }

  /// Trial T051: what may be a token is not shown; a web page is.
  @Test(arguments: [
    (#"{"token": "53cr37"}"#, "“access_token” is missing; 19 bytes of unknown type"),
    (
      #"{"access_token": "53cr37\r\nX: y"}"#,
      "“access_token” is no token; 34 bytes of unknown type"
    ),
    (#"{"access_token": ""}"#, "“access_token” is no token; 20 bytes of unknown type"),
    ("53cr37", "it is no JSON from byte 3 on; 6 bytes of unknown type"),
    (
      "<html>",
      "a web page came instead of the API's answer; 6 bytes of unknown type beginning “<html>”"
    ),
  ])
  func t051AnAnswerThatMayHoldATokenIsNotShown(body: String, text: String) async {
    let transport = FakeTransport(.success(HTTPResponse(status: 200, body: Array(body.utf8))))
    await #expect(throws: CasesError.unreadable(.signIn, status: 200, text)) {
      try await list(CasesClient(over: transport, as: Self.credentials))
    }
  }

  @Test func t051CredentialsNeverShowTheirSecret() {
    for credentials in [Self.credentials, .token("53cr37")] {
      var dumped = ""
      dump([credentials], to: &dumped)
      let text = "\(credentials) \(String(reflecting: [credentials])) \(dumped)"
      #expect(!text.contains("53cr37"))
    }
  }

  @Test func aTokenWithoutALifeIsUsedUntilItIsRefused() async throws {
    let transport = FakeTransport(
      .json(#"{"access_token": "a"}"#), .json(Self.emptyList), .status(401),
      .json(#"{"access_token": "b"}"#), .json(Self.emptyList))
    let client = CasesClient(over: transport, as: Self.credentials)
    try await list(client)
    try await list(client)
    #expect(proofs(transport).last == "/v1/cases Bearer b")
  }
}
