import CaseWire
import CasesServer
import Testing

@Suite struct PassingClientTests {
  private static func status(of client: APIClient, at service: CaseService) -> Int {
    let form =
      "grant_type=client_credentials&client_id=\(client.clientId)"
      + "&client_secret=\(client.clientSecret)"
    return service.respond(
      to: HTTPRequest(
        .post, "/v1/oauth", headers: ["Content-Type": "application/x-www-form-urlencoded"],
        body: Array(form.utf8))
    ).status
  }

  @Test func isKnownToItsServiceAloneAndNotToTheStore() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let client = try harness.service.issueClient(for: "jo@example.com")
    let other = CaseService(store: harness.store) { Harness.start }
    #expect(Self.status(of: client, at: harness.service) == 200)
    #expect(Self.status(of: client, at: other) == 401)
    #expect(try harness.store.client(client.clientId) == nil)
  }

  @Test func actsAsTheUserWhoHasTheName() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let first = try harness.service.addUser("jo@example.com")
    let second = try harness.service.issueClient(for: "JO@example.com")
    #expect(second.userUid == first.userUid)
    #expect(second.clientId != first.clientId)
  }
}
