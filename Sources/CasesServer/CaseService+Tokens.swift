import CaseWire
import Threads

extension CaseService {
  /// Makes a bearer token for a user without any secret, for a workbench in the same process.
  ///
  /// - Parameter username: the name of the user, whatever its case.
  /// - Returns: a token that is good for 15 minutes, or nil where there is no such user.
  /// - Throws: `ServerError.database` when the store fails.
  public func issueToken(for username: String) throws(ServerError) -> String? {
    let found = try store.users(named: username, page: PageRequest(number: 1, size: 1))
    guard let user = found.users.first?.user else { return nil }
    return try issueToken(for: user)
  }

  private func issueToken(for user: User) throws(ServerError) -> String {
    let token = try Sodium.randomText(bytes: 32)
    let now = clock()
    tokens.withLock { $0.insert(token, for: user, at: now) }
    return token
  }

  /// The user whose token the request carries.
  func authenticate(_ request: HTTPRequest) throws(Refusal) -> User {
    let now = clock()
    guard let token = credentials(request, "bearer"),
      let user = tokens.withLock({ $0.user(of: token, at: now) })
    else { throw unauthorized("Bearer", "a token from /v1/oauth is missing or over") }
    return user
  }

  /// Answers a request for a token: HTTP Basic, or the values in a form (contract, § 3).
  func issueToken(_ request: HTTPRequest) throws(Refusal) -> HTTPResponse {
    let query = try QueryParameters(request.query)
    let form = try QueryParameters(
      isForm(request) ? String(decoding: request.body, as: UTF8.self) : nil)
    if let grant = query.first("grant_type") ?? form.first("grant_type"),
      grant != "client_credentials"
    {
      throw Refusal(400, .badGrantType, "grant_type must be client_credentials")
    }
    guard let (id, secret) = basicCredentials(request) ?? formCredentials(form),
      let user = try user(ofClient: id, secret)
    else { throw unauthorized("Basic", "the API client or its secret is wrong") }
    let token = try refusing { () throws(ServerError) in try issueToken(for: user) }
    var writer = JSONWriter()
    writer.raw("{\"access_token\":")
    writer.text(token)
    writer.raw(",\"token_type\":\"bearer\",\"expires_in\":")
    writer.integer(TokenTable.lifetimeSeconds)
    writer.raw("}")
    return json(writer.bytes)
  }

  private func user(ofClient id: String, _ secret: String) throws(Refusal) -> User? {
    let client =
      if let passing = passingClients.withLock({ $0[id] }) {
        passing
      } else {
        try refusing { () throws(ServerError) in try store.client(id) }
      }
    // An unknown client costs the same comparison as a known one.
    let expected = client?.secretHash ?? [UInt8](repeating: 0, count: 32)
    let isRight = Sodium.areEqual(Sodium.hash(secret.utf8), expected)
    return isRight ? client?.user : nil
  }

  private func isForm(_ request: HTTPRequest) -> Bool {
    (request.headers["Content-Type"] ?? "").lowercased()
      .hasPrefix("application/x-www-form-urlencoded")
  }

  private func formCredentials(_ form: QueryParameters) -> (String, String)? {
    guard let id = form.first("client_id"), let secret = form.first("client_secret") else {
      return nil
    }
    return (id, secret)
  }

  private func basicCredentials(_ request: HTTPRequest) -> (String, String)? {
    guard let bytes = credentials(request, "basic").flatMap(Base64.decode),
      let text = String(validating: bytes, as: UTF8.self),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  /// What follows a scheme in the header `Authorization`.
  private func credentials(_ request: HTTPRequest, _ scheme: String) -> String? {
    guard let header = request.headers["Authorization"] else { return nil }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == scheme else { return nil }
    return TextFolding.trimmed(String(parts[1]))
  }

  private func unauthorized(_ scheme: String, _ description: String) -> Refusal {
    var refusal = Refusal(401, .badCredentials, description)
    refusal.headers["WWW-Authenticate"] = "\(scheme) realm=\"cases\""
    return refusal
  }
}
