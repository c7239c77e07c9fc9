import CaseWire
import CasesAPI
import Threads
import TestSupport
import Testing

/// Which requests are sent again, after which pauses, and what is told of it.
@Suite struct RetryTests {
  /// A clock that moves by resting alone, and a record of what was told.
  private final class Stage: Sendable {
    private let passed = Locked(Duration.zero)
    private let news = Locked([RequestWait?]())

    var told: [RequestWait?] { news.withLock { $0 } }
    var time: Duration { passed.withLock { $0 } }

    /// A client whose pauses are as long as they can be, or as the chance says.
    func client(
      _ transport: FakeTransport, _ policy: RetryPolicy = RetryPolicy(), chance: Double = 1,
      as credentials: Credentials = .token("t")
    ) -> CasesClient {
      let start = ContinuousClock.now
      var clock = ClientClock()
      clock.now = { start + self.time }
      clock.rest = { pause in self.passed.withLock { $0 += pause } }
      clock.chance = { chance }
      return CasesClient(
        over: transport, as: credentials, retrying: policy, clock: clock,
        waits: { wait in self.news.withLock { $0.append(wait) } })
    }
  }

  private static let list = #"{"cases": [], "totalCount": 0}"#

  private static func busy(_ status: Int, after field: String? = nil) -> Result<
    HTTPResponse, TransportError
  > {
    var response = HTTPResponse(status: status)
    response.headers["Retry-After"] = field
    return .success(response)
  }

  private func list(_ client: CasesClient) async throws(CasesError) {
    _ = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
  }

  @Test func readingIsRepeatedAfterLongerAndLongerPauses() async throws {
    let stage = Stage()
    let transport = FakeTransport(
      .failing(.notConnected), Self.busy(502), Self.busy(503), .json(Self.list))
    try await list(stage.client(transport))
    let pauses = [500, 1_000, 2_000].map(Duration.milliseconds)
    let reasons: [RetryReason] = [
      .notConnected, .unavailable(status: 502), .unavailable(status: 503),
    ]
    let told = zip(reasons, pauses).flatMap { reason, pause in
      [RequestWait(.listCases, reason, pause: pause), nil]
    }
    #expect(stage.told == told && stage.time == .milliseconds(3_500))
    #expect(Set(transport.requests).count == 1 && transport.requests.count == 4)
  }

  @Test(arguments: [(0.0, 250), (0.5, 375), (1, 500)])
  func aPauseLiesInTheUpperHalfOfItsRange(chance: Double, milliseconds: Int) async throws {
    let stage = Stage()
    let transport = FakeTransport(Self.busy(504), .json(Self.list))
    try await list(stage.client(transport, chance: chance))
    #expect(stage.time == .milliseconds(milliseconds))
  }

  @Test(arguments: [0.0, 1])
  func thePauseThatTheServerAsksForIsNeverCutShort(chance: Double) async throws {
    let stage = Stage()
    let transport = FakeTransport(Self.busy(429, after: "10"), .json(Self.list))
    try await list(stage.client(transport, chance: chance))
    #expect(stage.time == .milliseconds(chance == 0 ? 10_000 : 10_250))
    #expect(stage.told.first??.reason == .rateLimited && stage.told.last == .some(nil))
  }

  @Test func theServersDateSaysWhenToComeBack() async throws {
    let stage = Stage()
    let answer = HTTPResponse(
      status: 429,
      headers: [
        "Retry-After": "Sun, 06 Nov 1994 08:49:47 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
      ])
    try await list(
      stage.client(FakeTransport(.success(answer), .json(Self.list)), chance: 0))
    #expect(stage.time == .seconds(10))
  }

  @Test func attemptsAreBoundedInNumberAndTime() async {
    let stage = Stage()
    let transport = FakeTransport { _ in HTTPResponse(status: 503) }
    await #expect(throws: CasesError.refused(.listCases, status: 503, nil)) {
      try await list(stage.client(transport))
    }
    #expect(transport.requests.count == 4)
    var policy = RetryPolicy()
    policy.sends = 1_000
    await #expect(throws: CasesError.refused(.listCases, status: 503, nil)) {
      try await list(stage.client(transport, policy))
    }
    #expect(stage.time > .seconds(60) && stage.time < .seconds(3.5 + 90))
    let before = stage.time
    let patient = FakeTransport(Self.busy(429, after: "91"), .json(Self.list))
    await #expect(throws: CasesError.refused(.listCases, status: 429, nil)) {
      try await list(stage.client(patient))
    }
    #expect(stage.time == before && patient.requests.count == 1)
  }

  /// What is said no to, or may have been done, is not sent again.
  @Test(
    arguments: [
      .failing(.timedOut), .failing(.interrupted), .failing(.untrusted), .failing(.unidentified),
      .failing(.unknownHost), .status(400), .status(403), .status(404), .status(409),
      .status(500), .status(501),
    ] as [Result<HTTPResponse, TransportError>])
  func nothingElseIsRepeated(answer: Result<HTTPResponse, TransportError>) async {
    let stage = Stage()
    let transport = FakeTransport(answer, .json(Self.list))
    await #expect(throws: CasesError.self) { try await list(stage.client(transport)) }
    #expect(transport.requests.count == 1 && stage.told == [])
  }

  /// A certificate stays what it is, and a proxy counts wrong passwords.
  @Test(arguments: TransportFault.allCases)
  func onlyAFaultThatMayPassIsTriedAgain(fault: TransportFault) async {
    let stage = Stage()
    let failure = TransportError(.notConnected, "told to fail", fault: fault)
    let transport = FakeTransport(.failure(failure), .json(Self.list))
    _ = try? await list(stage.client(transport))
    let isPassing = [.proxyUnreachable, .proxyFails].contains(fault)
    #expect(transport.requests.count == (isPassing ? 2 : 1))
  }

  /// How a change failed first, and whether a PUT or DELETE is sent again; a POST never is.
  @Test(
    arguments: [
      (.failing(.notConnected), true), (.status(429), true), (.status(502), false),
      (.status(503), false), (.status(504), false), (.failing(.timedOut), false),
    ] as [(Result<HTTPResponse, TransportError>, Bool)])
  func aChangeIsRepeatedOnlyWhereItIsKnownNotToBeDone(
    answer: Result<HTTPResponse, TransportError>, isRepeated: Bool
  ) async {
    let replacement = CaseReplacement(content: CaseContent(name: "n"), status: .open)
    let changes: [(Bool, (CasesClient) async -> Void)] = [
      (isRepeated, { _ = try? await $0.replace(CaseNumber(1), with: replacement) }),
      (isRepeated, { try? await $0.delete(CaseNumber(1)) }),
      (isRepeated, { try? await $0.remove(EventID("e"), from: CaseNumber(1)) }),
      (false, { try? await $0.add(EventID("e"), to: CaseNumber(1)) }),
      (false, { try? await $0.add([EventID("e")], to: CaseNumber(1)) }),
      (false, { _ = try? await $0.create(CaseContent(name: "n")) }),
    ]
    for (index, (isRepeated, change)) in changes.enumerated() {
      let transport = FakeTransport(answer, .status(204))
      await change(Stage().client(transport))
      #expect(transport.requests.count == (isRepeated ? 2 : 1), "change \(index)")
    }
  }

  @Test func aCancelledPauseEndsAtOnceAndSendsNothingMore() async {
    let transport = FakeTransport { _ in HTTPResponse(status: 503) }
    let news = Locked([RequestWait?]())
    let client = CasesClient(
      over: transport, as: .token("t"), retrying: RetryPolicy(),
      clock: {
        var clock = ClientClock()
        clock.rest = { _ in try? await Task.sleep(for: .seconds(3_600)) }
        return clock
      }(), waits: { wait in news.withLock { $0.append(wait) } })
    let task = Task { try await list(client) }
    let isWaiting = await eventually { news.withLock { $0.count == 1 } }
    task.cancel()
    let result = await task.result
    let error = TransportError(.cancelled, "cancelled before it was sent again")
    #expect(throws: CasesError.transport(.listCases, error)) { try result.get() }
    #expect(isWaiting && transport.requests.count == 1 && news.withLock { $0.last == .some(nil) })
  }

  @Test func theLongestOfSeveralPausesIsTold() async throws {
    let gates = Locked([Duration: CheckedContinuation<Void, Never>]())
    let news = Locked([RequestWait?]())
    var clock = ClientClock()
    clock.chance = { 0 }
    clock.rest = { pause in
      await withCheckedContinuation { gate in gates.withLock { $0[pause] = gate } }
    }
    let asked = Locked(["10", "30"])
    let transport = FakeTransport { _ in
      let next = asked.withLock { $0.popLast() }
      guard let next else { return HTTPResponse(status: 200, body: Array(Self.list.utf8)) }
      return HTTPResponse(status: 429, headers: ["Retry-After": next])
    }
    let client = CasesClient(
      over: transport, as: .token("t"), retrying: RetryPolicy(), clock: clock,
      waits: { wait in news.withLock { $0.append(wait) } })
    let tasks = [Task { try await list(client) }, Task { try await list(client) }]
    let areWaiting = await eventually { gates.withLock { $0.count == 2 } }
    try #require(areWaiting)
    for pause in [Duration.seconds(30), .seconds(10)] {
      let count = news.withLock { $0.count }
      gates.withLock { $0[pause] }?.resume()
      #expect(await eventually { news.withLock { $0.count > count } })
    }
    for task in tasks { try await task.value }
    let told = news.withLock { $0 }.map { $0?.pause }
    // Which of the two came first is open; what follows is not.
    #expect(told.suffix(3) == [.seconds(30), .seconds(10), nil])
  }

  @Test func signingInIsRepeatedToo() async throws {
    let stage = Stage()
    let transport = FakeTransport(
      Self.busy(503), .json(#"{"access_token": "a"}"#), .json(Self.list))
    try await list(stage.client(transport, as: .apiClient(id: "i", secret: "s")))
    #expect(transport.requests.map(\.path) == ["/v1/oauth", "/v1/oauth", "/v1/cases"])
    #expect(stage.told.first??.operation == .signIn)
  }

  /// Trial T037: a token that ran out during a pause is renewed, and the request goes on.
  @Test func t037ATokenThatRunsOutInAPauseIsRenewedUnseen() async throws {
    let stage = Stage()
    let transport = FakeTransport(
      .json(#"{"access_token": "a"}"#), Self.busy(429, after: "80"), .status(401),
      .json(#"{"access_token": "b"}"#), .json(Self.list))
    try await list(stage.client(transport, as: .apiClient(id: "i", secret: "s")))
    #expect(
      transport.requests.map { $0.headers["Authorization"] ?? "" }.filter { $0.hasPrefix("Be") }
        == ["Bearer a", "Bearer a", "Bearer b"])
  }
}
