import CaseWire
import CasesServer
import FoundationEssentials
import Testing

@Suite struct CaseServiceTokenTests {
  private static func basic(_ id: String, _ secret: String) -> String {
    "Basic " + Data("\(id):\(secret)".utf8).base64EncodedString()
  }

  @Test func givesTokensThatEndAfterAQuarterOfAnHour() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let client = try harness.service.addUser(" casey@example.com ")
    let answer = harness.service.respond(
      to: HTTPRequest(
        .post, "/v1/oauth", query: "grant_type=client_credentials",
        headers: ["Authorization": Self.basic(client.clientId, client.clientSecret)]))
    guard case .object(let fields) = harness.json(answer) else {
      Issue.record("no object in \(answer)")
      return
    }
    #expect(fields.keys.sorted() == ["access_token", "expires_in", "token_type"])
    #expect(fields["expires_in"] == .integer(900) && fields["token_type"] == .string("bearer"))
    let token = try #require(fields["access_token"]?.string)
    harness.advance(seconds: 899)
    #expect(harness.send(.get, "/v1/cases", token: token).status == 200)
    let made = harness.send(.post, "/v1/cases", body: #"{"name":"by casey"}"#, token: token)
    #expect(harness.json(made)["createdByUsername"]?.string == "casey@example.com")
    harness.advance(seconds: 1)
    let over = harness.send(.get, "/v1/cases", token: token)
    #expect(harness.refusal(over) == "401 UNAUTHORIZED")
    #expect(over.headers["WWW-Authenticate"] == "Bearer realm=\"cases\"")
  }

  @Test func judgesCredentials() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let client = try harness.service.addUser("casey@example.com")
    func ask(
      _ authorization: String?, query: String? = nil, form: String? = nil
    ) -> String {
      var headers: HTTPHeaders = [:]
      headers["Authorization"] = authorization
      if form != nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
      return harness.refusal(
        harness.service.respond(
          to: HTTPRequest(
            .post, "/v1/oauth", query: query, headers: headers, body: Array((form ?? "").utf8))))
    }
    let good = Self.basic(client.clientId, client.clientSecret)
    let values = "client_id=\(client.clientId)&client_secret=\(client.clientSecret)"
    let answers = [
      ask(good), ask(good.replacing("Basic", with: "basic")), ask(nil, form: values),
      ask(nil, form: values + "&grant_type=client_credentials"),
      ask(nil, form: values + "&grant_type=password"), ask(good, query: "grant_type=password"),
      ask(nil), ask("Basic"), ask("Basic !!!"), ask("Bearer " + client.clientSecret),
      ask(Self.basic(client.clientId, client.clientSecret + "0")),
      ask(Self.basic(client.clientId, "")), ask(Self.basic("key-none", client.clientSecret)),
      ask(nil, form: "client_id=\(client.clientId)"),
    ]
    #expect(
      answers == [
        "200 -", "200 -", "200 -", "200 -", "400 INVALID_GRANT_TYPE", "400 INVALID_GRANT_TYPE",
        "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED",
        "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED",
      ])
  }

  @Test(arguments: [nil, "", "Bearer", "Bearer x", "Basic x", "Bearer  "] as [String?])
  func wantsATokenEverywhere(_ authorization: String?) throws {
    let harness = try Harness()
    defer { harness.remove() }
    var headers: HTTPHeaders = [:]
    headers["Authorization"] = authorization
    let paths = ["/v1/cases", "/v1/cases/1", "/v1/cases/1/export", "/v1/users"]
    let answers = paths.map {
      harness.refusal(harness.service.respond(to: HTTPRequest(.get, $0, headers: headers)))
    }
    #expect(answers == paths.map { _ in "401 UNAUTHORIZED" })
  }

  @Test func keepsNoSecret() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let client = try harness.service.addUser("casey@example.com")
    let again = try harness.service.addUser("CASEY@example.com")
    #expect(client.userUid == again.userUid && again.username == "casey@example.com")
    #expect(client.clientId != again.clientId && client.clientSecret != again.clientSecret)
    #expect((18...19).contains(client.userUid.rawValue.count))
    for name in try FileManager.default.contentsOfDirectory(atPath: harness.folder) {
      let bytes = try Data(contentsOf: URL(filePath: "\(harness.folder)/\(name)"))
      #expect(bytes.firstRange(of: Data(client.clientSecret.utf8)) == nil)
    }
    #expect(throws: ServerError.self) { try harness.service.addUser(" ") }
    #expect(try harness.service.issueToken(for: "nobody@example.com") == nil)
  }
}
