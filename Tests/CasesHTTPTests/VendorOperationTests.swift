import CaseWire
import CasesAPI
import TestSupport
import Testing

@testable import CasesHTTP

/// The operations that only the vendor's server has, over a socket, with its literal answers.
@Suite struct VendorOperationTests {
  private static let zip =
    "PK\u{3}\u{4}" + String(repeating: "z", count: 100_000) + "PK\u{5}\u{6}"
    + String(repeating: "\u{0}", count: 18)
  private static let event = """
    {"@timestamp": "2026-11-24T10:21:55.281Z", "event": {"id": "0_1"}, "user": {"email": "jo"}}
    """

  private func serve() throws -> RawServer {
    try RawServer { connection in
      while let request = connection.readRequest() {
        let target = String(request.split(separator: " ")[1])
        switch target {
        case "/v1/cases/15/export/full?summary=true&fileEvents=true&files=false":
          connection.answer(
            headers: "Content-Disposition: attachment; filename=\"Case-15.zip\"\r\n",
            body: Self.zip)
        case "/v1/cases/15/export/full?summary=false&fileEvents=false&files=false":
          connection.answer("400 Bad Request", body: "Must include at least one export type")
        case "/v1/cases/15/fileevent/0_1%2F%22/file":
          connection.answer(
            headers: "Content-Type: text/html\r\nContent-Disposition: attachment; "
              + "filename*=UTF-8''a%20b.html\r\n", body: "<html>captured</html>")
        case "/v1/actors/actor/id/7": connection.answer(body: #"{"actorId": "7", "name": "jo"}"#)
        case "/v1/actors/actor/name/jo%2B1/parent":
          connection.answer(body: #"{"actorId": "8", "name": "jo", "parentActorId": null}"#)
        case "/v1/cases/15/fileevent?archiveId=9&pgNum=1&pgSize=10":
          connection.answer(body: #"{"events": [{"eventId": "0_1"}], "totalCount": 1}"#)
        case "/v2/file-events":
          let isFirst = request.contains(#""pgToken":"""#)
          connection.answer(
            body: "{\"fileEvents\": [\(isFirst ? Self.event : "")], \"totalCount\": 1, "
              + "\"nextPgToken\": \(isFirst ? "\"more\"" : "null"), \"problems\": null}")
        case "/v1/file-events", "/forensic-search/queryservice/api/v1/fileevent":
          let isFirst = request.contains(#""pgToken":"","srtDir":"asc","srtKey":"eventId""#)
          connection.answer(
            body: "{\"fileEvents\": [{\"eventId\": \"\(isFirst ? "0_1" : "0_2")\"}], "
              + "\"nextPgToken\": \(isFirst ? #""0_\"1""# : "null")}")
        case "/forensic-search/queryservice/api/v2/fileevent":
          connection.answer(body: "{\"fileEvents\": [\(Self.event)], \"nextPgToken\": null}")
        case "/api/v1/User?username=jo":
          connection.answer(
            body: #"{"data": {"users": [{"userId": 1, "userUid": "7", "username": "jo"}]}}"#)
        default: connection.answer("404 Not Found")
        }
      }
    }
  }

  @Test func everyOperationDoesWhatItSays() async throws {
    let server = try serve()
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t"))
    let number = CaseNumber(15)
    let archive = MemorySink()
    let whole = try await client.archive(
      of: number, parts: [.summary, .fileEvents], into: archive)
    #expect(whole == DownloadedFile(byteCount: 100_026, proposedName: "Case-15.zip"))
    #expect(archive.bytes == Array(Self.zip.utf8))
    let file = MemorySink()
    let source = try await client.sourceFile(of: EventID("0_1/\""), in: number, into: file)
    #expect(source == DownloadedFile(byteCount: 21, proposedName: "a b.html"))
    #expect(file.bytes == Array("<html>captured</html>".utf8))
    let actor = try await client.actor(UserUID("7"))
    let parent = try await client.parent(ofActorNamed: "jo+1")
    #expect(
      [actor, parent] == [
        CaseActor(actorId: UserUID("7"), name: "jo"), CaseActor(actorId: UserUID("8"), name: "jo"),
      ])
    let archived = try await client.events(
      of: number, page: PageRequest(number: 1, size: 10), archive: "9")
    #expect(archived.events.map(\.eventId) == [EventID("0_1")])
    var found: [FoundEvent] = []
    for try await event in EventSearch(client, EventQuery(EventFilter(.userEmail, is: "jo"))) {
      found.append(event)
    }
    #expect(found.map(\.eventId) == [EventID("0_1")] && found.first?.userEmail == "jo")
  }

  @Test(arguments: [
    (EventSearchAddress.deprecated, ["0_1", "0_2"]), (.oldHost, ["0_1"]),
    (.oldHostDeprecated, ["0_1", "0_2"]),
  ])
  func olderSearchesGiveAllPages(address: EventSearchAddress, ids: [String]) async throws {
    let server = try serve()
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t"))
    var found: [String] = []
    for try await event in EventSearch(client, EventQuery([]), at: address) {
      found.append(event.eventId.rawValue)
    }
    #expect(found == ids)
  }

  @Test func theOldHostKnowsUsersByName() async throws {
    let server = try serve()
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t"))
    let users = try await client.oldHostUsers(named: "jo")
    #expect(users == [User(userId: UserUID("7"), username: "jo")])
    await #expect(throws: CasesError.notFound(.findUsers)) {
      try await client.oldHostUsers(named: "nobody")
    }
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let server = try serve()
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t"))
    let number = CaseNumber(15)
    await #expect(throws: CasesError.refused(.exportArchive, status: 400, nil)) {
      try await client.archive(of: number, parts: [], into: MemorySink())
    }
    await #expect(throws: CasesError.notFound(.getSourceFile)) {
      try await client.sourceFile(of: EventID("0_2"), in: number, into: MemorySink())
    }
    await #expect(throws: CasesError.notFound(.getActor)) { try await client.actor(UserUID("9")) }
    await #expect(throws: CasesError.notFound(.getParentActor)) {
      try await client.parent(ofActorNamed: "nobody")
    }
  }
}
