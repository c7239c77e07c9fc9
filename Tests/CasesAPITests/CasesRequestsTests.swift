import CaseWire
import CasesAPI
import TestSupport
import Testing

/// What leaves the client, letter by letter, against the guide and the vendor's own client.
@Suite struct CasesRequestsTests {
  /// A call of the client and the line and body that it sends.
  struct Sample: CustomTestStringConvertible, Sendable {
    let line: String
    var body = ""
    let call: @Sendable (CasesClient) async throws(CasesError) -> Void
    var testDescription: String { line }
  }

  @Test(arguments: samples)
  func requestsAreThoseOfTheGuide(sample: Sample) async {
    let transport = FakeTransport(.status(500))
    let client = CasesClient(over: transport, as: .token("t0ken"))
    await #expect(throws: CasesError.self) { try await sample.call(client) }
    let sent = transport.requests.map { request in
      [
        "\(request.method.rawValue) \(request.target)",
        String(decoding: request.body, as: UTF8.self), request.headers["Content-Type"] ?? "",
        request.headers["Authorization"] ?? "",
      ]
    }
    let type = sample.body.isEmpty ? "" : "application/json"
    #expect(sent == [[sample.line, sample.body, type, "Bearer t0ken"]])
  }

  private static let samples = [
    Sample(
      line: "POST /v1/cases",
      body: """
        {"assignee":null,"description":"Sample description","findings":"Sample findings",\
        "name":"Sample case name","subject":null}
        """
    ) { (client) throws(CasesError) in
      _ = try await client.create(
        CaseContent(
          name: "Sample case name", description: "Sample description",
          findings: "Sample findings"))
    },
    Sample(line: "GET /v1/cases/2") { (client) throws(CasesError) in
      _ = try await client.getCase(CaseNumber(2))
    },
    // Trial T033: all digits as text.
    Sample(
      line: "PUT /v1/cases/8",
      body: """
        {"assignee":"273411254592236331","description":null,"findings":null,"name":"pc-list-a",\
        "status":"OPEN","subject":"421380797518239242"}
        """
    ) { (client) throws(CasesError) in
      _ = try await client.replace(
        CaseNumber(8),
        with: CaseReplacement(
          content: CaseContent(
            name: "pc-list-a", subject: UserUID("421380797518239242"),
            assignee: UserUID("273411254592236331")), status: .open))
    },
    Sample(line: "GET /v1/cases?pgNum=1&pgSize=100&srtDir=asc&srtKey=number") {
      (client) throws(CasesError) in
      _ = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
    },
    Sample(
      line: """
        GET /v1/cases?createdAt=2026-11-24T10%3A21%3A55.281576Z%2F2026-11-24T12%3A21%3A55.281576Z\
        &name=pc-list-&pgNum=1&pgSize=100&srtDir=asc&srtKey=number
        """
    ) { (client) throws(CasesError) in
      var filter = CaseFilter()
      filter.name = "pc-list-"
      filter.createdAt = TimeSpan(
        start: Timestamp("2026-11-24T10:21:55.281576Z"),
        end: Timestamp("2026-11-24T12:21:55.281576Z"))
      _ = try await client.cases(filter, order: .byNumber, page: .first)
    },
    // Trial T067, and every parameter at once.
    Sample(
      line: """
        GET /v1/cases?assignee=jo%2Bsec%40example.com&createdAt=0001-01-01T00%3A00%3A00.000000Z\
        %2F2026-03-20T02%3A00%3A00.000000Z&isAssigned=true&lastModifiedBy=9007199254740993\
        &name=a%2Bb%20%26%20c%3Dd%20%231%20%C3%BC%20100%25&pgNum=3&pgSize=50&srtDir=desc\
        &srtKey=updatedAt&status=OPEN&status=ON_HOLD&subject=421380797518239242\
        &updatedAt=2026-03-20T02%3A00%3A00.000000Z%2F9999-12-31T23%3A59%3A59.999999Z
        """
    ) { (client) throws(CasesError) in
      var filter = CaseFilter()
      filter.statuses = [.open, CaseStatus(rawValue: "ON_HOLD")]
      filter.name = "a+b & c=d #1 ü 100%"
      filter.assignee = UserUID("jo+sec@example.com")
      filter.isAssigned = true
      filter.subject = UserUID("421380797518239242")
      filter.lastModifiedBy = UserUID("9007199254740993")
      let instant = Timestamp("2026-03-20T04:00:00+02:00")
      filter.createdAt = TimeSpan(start: nil, end: instant)
      filter.updatedAt = TimeSpan(start: instant, end: nil)
      _ = try await client.cases(
        filter, order: CaseOrder(by: .updatedAt, isDescending: true),
        page: PageRequest(number: 3, size: 50))
    },
    Sample(line: "GET /v1/cases/15/history?pgNum=3&pgSize=20") { (client) throws(CasesError) in
      _ = try await client.history(of: CaseNumber(15), page: PageRequest(number: 3, size: 20))
    },
    Sample(line: "GET /v1/cases/15/fileevent?pgNum=1&pgSize=100") { (client) throws(CasesError) in
      _ = try await client.events(of: CaseNumber(15), page: .first)
    },
    Sample(line: "GET /v1/cases/15/fileevent?archiveId=7&pgNum=1&pgSize=100") {
      (client) throws(CasesError) in
      _ = try await client.events(of: CaseNumber(15), page: .first, archive: "7")
    },
    Sample(line: "GET /v1/cases/15/fileevent/0_a%22b%2Fc%3Fd%23e%20%2B%C3%BC") {
      (client) throws(CasesError) in
      _ = try await client.event(EventID("0_a\"b/c?d#e +ü"), of: CaseNumber(15))
    },
    Sample(line: "POST /v1/cases/15/fileevent/734430974935_09970279-be77-4cd1-ba08-19d958969832") {
      (client) throws(CasesError) in
      try await client.add(
        EventID("734430974935_09970279-be77-4cd1-ba08-19d958969832"), to: CaseNumber(15))
    },
    Sample(line: "POST /v1/cases/15/fileevent", body: #"{"events":["a\"b","0_1"]}"#) {
      (client) throws(CasesError) in
      try await client.add([EventID("a\"b"), EventID("0_1")], to: CaseNumber(15))
    },
    Sample(line: "DELETE /v1/cases/15/fileevent/0_a%2Fb") { (client) throws(CasesError) in
      try await client.remove(EventID("0_a/b"), from: CaseNumber(15))
    },
    Sample(line: "DELETE /v1/cases/15") { (client) throws(CasesError) in
      try await client.delete(CaseNumber(15))
    },
    Sample(line: "GET /v1/users/421380797518239242") { (client) throws(CasesError) in
      _ = try await client.user(UserUID("421380797518239242"))
    },
    Sample(line: "GET /v1/cases/15/export") { (client) throws(CasesError) in
      _ = try await client.summaryPDF(of: CaseNumber(15), into: MemorySink())
    },
    Sample(line: "GET /v1/cases/15/export?language=pt-BR") { (client) throws(CasesError) in
      _ = try await client.summaryPDF(of: CaseNumber(15), language: "pt-BR", into: MemorySink())
    },
    Sample(line: "GET /v1/cases/15/fileevent/export") { (client) throws(CasesError) in
      _ = try await client.eventCSV(of: CaseNumber(15), into: MemorySink())
    },
    Sample(line: "GET /v1/cases/15/export/full?summary=true&fileEvents=true&files=true") {
      (client) throws(CasesError) in
      _ = try await client.archive(of: CaseNumber(15), parts: .all, into: MemorySink())
    },
    Sample(
      line: "GET /v1/cases/15/export/full?summary=true&fileEvents=false&files=false&language=de"
    ) { (client) throws(CasesError) in
      _ = try await client.archive(
        of: CaseNumber(15), parts: .summary, language: "de", into: MemorySink())
    },
    Sample(line: "GET /v1/cases/15/fileevent/0_a%2Fb/file") { (client) throws(CasesError) in
      _ = try await client.sourceFile(
        of: EventID("0_a/b"), in: CaseNumber(15), into: MemorySink())
    },
    // Literal in the vendor's client, look-up of a name.
    Sample(line: "GET /v1/users?username=casey%40example.com&page=1&pageSize=100") {
      (client) throws(CasesError) in
      _ = try await client.users(named: "casey@example.com")
    },
    // Literal in the older client.
    Sample(line: "GET /api/v1/User?username=casey%2Ba%40example.com") {
      (client) throws(CasesError) in
      _ = try await client.oldHostUsers(named: "casey+a@example.com")
    },
    Sample(line: "GET /v1/users?active=true&blocked=false&page=2&pageSize=50") {
      (client) throws(CasesError) in
      _ = try await client.users(
        UserFilter(isActive: true, isBlocked: false), page: PageRequest(number: 2, size: 50))
    },
    Sample(
      line: """
        GET /v1/actors/actor/search?nameStartsWith=jo%2B&nameEndsWith=%40example.com&active=true\
        &page=1&pageSize=100
        """
    ) { (client) throws(CasesError) in
      _ = try await client.actors(
        ActorFilter(nameStartsWith: "jo+", nameEndsWith: "@example.com", isActive: true),
        page: .first)
    },
    Sample(line: "GET /v1/actors/actor/id/112233445566") { (client) throws(CasesError) in
      _ = try await client.actor(UserUID("112233445566"))
    },
    Sample(line: "GET /v1/actors/actor/name/jo%2Fa%40example.com/parent") {
      (client) throws(CasesError) in
      _ = try await client.parent(ofActorNamed: "jo/a@example.com")
    },
  ]

  @Test func aBlankIdentifierOfAnEventIsNotSent() async {
    let transport = FakeTransport()
    let client = CasesClient(over: transport, as: .token("t0ken"))
    await #expect(throws: CasesError.notFound(.getEvent)) {
      try await client.event(EventID(""), of: CaseNumber(1))
    }
    await #expect(throws: CasesError.notFound(.addEvent)) {
      try await client.add(EventID(""), to: CaseNumber(1))
    }
    await #expect(throws: CasesError.notFound(.removeEvent)) {
      try await client.remove(EventID(""), from: CaseNumber(1))
    }
    await #expect(throws: CasesError.notFound(.getUser)) { try await client.user(UserUID("")) }
    await #expect(throws: CasesError.notFound(.getSourceFile)) {
      try await client.sourceFile(of: EventID(""), in: CaseNumber(1), into: MemorySink())
    }
    await #expect(throws: CasesError.notFound(.getActor)) { try await client.actor(UserUID("")) }
    await #expect(throws: CasesError.notFound(.getParentActor)) {
      try await client.parent(ofActorNamed: "")
    }
    #expect(transport.requests == [])
  }
}

extension CaseOrder {
  static let byNumber = CaseOrder(by: .number)
}

extension PageRequest {
  static let first = PageRequest(number: 1, size: 100)
}
