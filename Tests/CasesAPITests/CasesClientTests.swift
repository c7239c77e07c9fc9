import CaseWire
import CasesAPI
import TestSupport
import Testing

/// What the client makes of answers.
@Suite struct CasesClientTests {
  @Test func theGuidesAnswersAreReadFieldByField() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(Guide.createdCase), .json(Guide.updatedCase), .json(Guide.events),
        .json(Guide.list)), as: .token("t"))
    let created = try await client.create(CaseContent(name: "Sample case name"))
    #expect(
      created
        == Case(
          summary: Guide.summary(name: "Sample case name", updatedAt: Guide.createdAt),
          description: "Sample description", findings: "Sample findings"))
    var summary = Guide.summary(name: "Updated name", updatedAt: Guide.updatedAt)
    summary.subject = UserUID("421380797518239242")
    summary.subjectUsername = "casey@example.com"
    summary.assignee = UserUID("273411254592236331")
    summary.assigneeUsername = "admin@example.com"
    let updated = try await client.getCase(CaseNumber(1))
    #expect(
      updated
        == Case(
          summary: summary, description: "Updated description", findings: "Updated findings"))
    let event = FileEvent(
      eventId: EventID("734430974935_09970279-be77-4cd1-ba08-19d958969832"),
      eventTimestamp: Timestamp(microseconds: 1_603_738_564_661_000),
      exposure: ["SharedToDomain", "OutsideTrustedDomains"], fileName: "Products.png")
    let events = try await client.events(of: CaseNumber(1), page: .first)
    #expect(events == FileEventPage(events: [event], totalCount: nil))
    let list = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
    #expect(
      list
        == CasePage(
          cases: [Guide.summary(name: "Example Case", updatedAt: Guide.updatedAt)], totalCount: 1))
  }

  /// Trial T021: one unknown word of a newer server must not make the answer unreadable.
  @Test func t021AnswersOfNewerServersAreRead() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(
          """
          {"cases": [
            {"number": 1, "name": "known", "status": "OPEN",
             "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z"},
            {"number": 2, "name": "new status", "status": "ON_HOLD",
             "createdAt": "2026-01-02T00:00:00Z", "updatedAt": "2026-01-02T00:00:00Z",
             "priority": {"level": 3}},
            {"number": 3, "name": "null status", "status": null,
             "createdAt": "2026-01-03T00:00:00Z", "updatedAt": "2026-01-03T00:00:00Z"}],
           "totalCount": 3, "nextCursor": "abc"}
          """)), as: .token("t"))
    let page = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
    #expect(page.cases.map(\.status.rawValue) == ["OPEN", "ON_HOLD", ""])
  }

  @Test func aHistoryIsReadFieldByField() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(
          """
          {"history": [
            {"kind": "CHANGED", "changedAt": "2026-01-02T00:00:00.000001Z", "userUid": "1",
             "username": "jo@example.com", "changes": [
               {"field": "assignee", "from": null, "to": "2", "fromUsername": null,
                "toUsername": "kim@example.com"},
               {"field": "findings", "from": "a\\n", "to": null}],
             "eventsAdded": ["e", 7], "eventsRemoved": []}], "totalCount": 12}
          """)), as: .token("t"))
    let page = try await client.history(of: CaseNumber(1), page: .first)
    #expect(
      page
        == HistoryPage(
          history: [
            HistoryEntry(
              .changed, changedAt: Timestamp(microseconds: 1_767_312_000_000_001),
              userUid: UserUID("1"), username: "jo@example.com",
              changes: [
                FieldChange("assignee", from: nil, to: "2", toUsername: "kim@example.com"),
                FieldChange("findings", from: "a\n", to: nil),
              ], eventsAdded: [EventID("e"), EventID("7")])
          ], totalCount: 12))
  }

  /// Words and fields of a newer server do not make a history unreadable, nor get lost.
  @Test func aHistoryOfANewerServerIsRead() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(
          """
          {"history": [
            {"kind": "MERGED", "changedAt": "2026-01-02T00:00:00Z", "userUid": 1, "note": {},
             "changes": [{"field": "priority", "from": 3, "to": {"level": 4}, "by": "rule"}]},
            {"changedAt": "2026-01-01T00:00:00Z", "kind": null, "changes": null}],
           "totalCount": 2, "cursor": "x"}
          """)), as: .token("t"))
    let page = try await client.history(of: CaseNumber(1), page: .first)
    #expect(page.history.map(\.kind.rawValue) == ["MERGED", "CHANGED"])
    #expect(
      page.history.first?.changes
        == [FieldChange("priority", from: "3", to: #"{"level":4}"#)])
  }

  @Test func anEventIsKeptWhole() async throws {
    let client = CasesClient(
      over: FakeTransport(.json(#"{"event": {"id": "1"}, "risk": {"score": 7}}"#)),
      as: .token("t"))
    let event = try await client.event(EventID("1"), of: CaseNumber(1))
    #expect(
      event
        == .object([
          "event": .object(["id": .string("1")]), "risk": .object(["score": .integer(7)]),
        ]))
  }

  @Test func usersOfSimilarNamesAreNotTaken() async throws {
    let client = CasesClient(
      over: FakeTransport(
        .json(
          """
          {"users": [{"userId": "1", "username": "Casey@example.com"},
                     {"userId": 421380797518239242, "username": "notcasey@example.com"}]}
          """)), as: .token("t"))
    let users = try await client.users(named: "casey@example.com")
    #expect(users == [User(userId: UserUID("1"), username: "Casey@example.com")])
  }

  /// The fields of the vendor's own models; all but two of them may be absent.
  @Test func actorsAreRead() async throws {
    let whole = """
      {"active": true, "actorId": 112233445566, "alternateNames": ["johnsmith@gmail.com"],
       "country": "United States", "firstName": "Smith", "inScope": true, "lastName": "John",
       "name": "john.smith@gmail.com", "parentActorId": "442244224422", "title": null}
      """
    let client = CasesClient(
      over: FakeTransport(
        .json(#"{"actors": [\#(whole), {"actorId": "2", "name": "jo"}]}"#), .json(whole),
        .json(#"{"actorId": "442244224422", "name": "john", "parentActorId": null}"#)),
      as: .token("t"))
    let john = CaseActor(
      actorId: UserUID("112233445566"), name: "john.smith@gmail.com",
      parentActorId: UserUID("442244224422"))
    let found = try await client.actors(ActorFilter(nameStartsWith: "jo"), page: .first)
    let byID = try await client.actor(john.actorId)
    let parent = try await client.parent(ofActorNamed: john.name)
    #expect(found == [john, CaseActor(actorId: UserUID("2"), name: "jo")] && byID == john)
    #expect(parent == CaseActor(actorId: UserUID("442244224422"), name: "john"))
  }

  /// An answer and the error that it becomes.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let answer: Result<HTTPResponse, TransportError>
    let error: CasesError
    var testDescription: String { "\(error)" }
  }

  @Test(arguments: [
    Refusal(
      answer: .json(#"{"problem": "NAME_EXISTS", "description": null}"#, status: 400),
      error: .refused(.getCase, status: 400, Problem(.nameExists))),
    Refusal(
      answer: .json(
        #"{"status": 400, "error": "Bad Request", "message": "NO_EDITS_ONCE_CLOSED"}"#,
        status: 400),
      error: .refused(.getCase, status: 400, Problem(.noEditsOnceClosed))),
    Refusal(
      answer: .json(#"{"message": "Not in the mood"}"#, status: 403),
      error: .refused(.getCase, status: 403, nil)),
    Refusal(answer: .status(404), error: .notFound(.getCase)),
    Refusal(answer: .status(401), error: .unauthorized(.getCase)),
    Refusal(answer: .status(503), error: .refused(.getCase, status: 503, nil)),
    Refusal(
      answer: .failing(.interrupted),
      error: .transport(.getCase, TransportError(.interrupted, "told to fail"))),
    Refusal(
      answer: .success(
        HTTPResponse(
          status: 200, headers: ["Content-Type": "text/html"],
          body: Array("<html>\u{1B}]0;evil\u{7}\n<b>Sign in</b>\u{202E}".utf8))),
      error: .unreadable(
        .getCase, status: 200,
        "a web page came instead of the API's answer; 33 bytes of text/html beginning "
          + "“<html>·]0;evil· <b>Sign in</b>·”")),
    Refusal(answer: page(404), error: .unreadable(.getCase, status: 404, said)),
    Refusal(answer: page(403), error: .unreadable(.getCase, status: 403, said)),
    Refusal(answer: page(503), error: .unreadable(.getCase, status: 503, said)),
    Refusal(
      answer: .json(#"{"number": 1}"#),
      error: .unreadable(
        .getCase, status: 200,
        "“name” is missing; 13 bytes of application/json beginning “{\"number\": 1}”")),
    Refusal(
      answer: .status(200),
      error: .unreadable(
        .getCase, status: 200,
        "the answer is empty; 0 bytes of unknown type")),
    Refusal(
      answer: .json(Guide.createdCase.replacing("\"number\": 1", with: "\"number\": 7")),
      error: .unreadable(
        .getCase, status: 200,
        "case 7 came instead of case 1; 579 bytes of application/json beginning "
          + "“{     \"number\": 7,     \"name\": \"Sample case name\",     "
          + "\"createdAt\": \"2020-10-27T…”")),
    // Trial T035: the target is named, its query is not.
    Refusal(
      answer: .success(
        HTTPResponse(
          status: 302, headers: ["Location": "https://login.example.com/?session=53cr37"])),
      error: .unreadable(
        .getCase, status: 302,
        "a redirection to “https://login.example.com/” is not followed; 0 bytes of unknown type")),
  ])
  func eachFaultOfAnAnswerIsAnErrorOfItsOwn(refusal: Refusal) async {
    let client = CasesClient(over: FakeTransport(refusal.answer), as: .token("t"))
    await #expect(throws: refusal.error) { try await client.getCase(CaseNumber(1)) }
  }

  private static let said =
    "a web page, “Not ·[2Jhere”, came instead of the API's answer; 52 bytes of text/html beginning "
    + "“<html><TITLE lang='en'> Not ·[2Jhere </TITLE></html>”"

  private static func page(_ status: Int) -> Result<HTTPResponse, TransportError> {
    .success(
      HTTPResponse(
        status: status, headers: ["Content-Type": "text/html"],
        body: Array("<html><TITLE lang='en'> Not\n\u{1B}[2Jhere </TITLE></html>".utf8)))
  }

  /// A proxy's word of 400 to 499 is a refusal; above that the server may go on with it.
  @Test(arguments: [
    (404, false), (413, false), (403, false), (502, true), (504, true), (200, true),
  ])
  func aPageLeavesAChangeOpenOnlyWhereItMayHaveBeenMade(status: Int, isOpen: Bool) {
    let error = CasesError.unreadable(.replaceCase, status: status, Self.said)
    #expect(error.mayHaveBeenDone == isOpen && error.isOfSomethingBetween)
  }

  /// Nobody but the API knows that a case is gone: a proxy that loses the way says 404 as well.
  @Test func aPageThatIsNotFoundDoesNotProveADeletion() async {
    let transport = FakeTransport(.status(502), Self.page(404))
    let outcome = await CasesClient(over: transport, as: .token("t")).deleteOnce(CaseNumber(1))
    #expect(outcome == .unknown(.refused(.deleteCase, status: 502, nil)))
  }

  @Test func aWebPageIsNoConsent() async {
    let page = HTTPResponse(status: 200, headers: [:], body: Array(" <!DOCTYPE html>".utf8))
    let client = CasesClient(over: FakeTransport(.success(page)), as: .token("t"))
    let beginning = "16 bytes of unknown type beginning “ <!DOCTYPE html>”"
    let web = "a web page came instead of the API's answer; \(beginning)"
    await #expect(throws: CasesError.unreadable(.addEvent, status: 200, web)) {
      try await client.add(EventID("1"), to: CaseNumber(1))
    }
  }
}
