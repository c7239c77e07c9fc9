import CaseWire
import Threads

extension CaseService {
  /// Makes an API client for a user, and the user where there is none of that name.
  ///
  /// - Parameter username: the name, an address as a rule; blanks at its ends do not count.
  /// - Returns: the client with its secret, which cannot be had again.
  /// - Throws: `ServerError.refused` for a blank name, `.database` when the store fails.
  public func addUser(_ username: String) throws(ServerError) -> APIClient {
    let (client, record) = try makeClient(for: username)
    try store.addClient(record)
    return client
  }

  /// Makes an API client that ends with this value, for a workbench in the same process.
  ///
  /// The store keeps the user, as changes are made in that name, and nothing of the client.
  ///
  /// - Parameter username: the name, as for `addUser(_:)`.
  /// - Returns: the client with its secret.
  /// - Throws: `ServerError.refused` for a blank name, `.database` when the store fails.
  public func issueClient(for username: String) throws(ServerError) -> APIClient {
    let (client, record) = try makeClient(for: username)
    passingClients.withLock { $0[record.id] = record }
    return client
  }

  private func makeClient(
    for username: String
  ) throws(ServerError) -> (client: APIClient, record: ClientRecord) {
    let name = TextFolding.trimmed(username)
    guard !name.isEmpty else {
      throw .refused(Problem(.nameEmpty, description: "a user must have a name"))
    }
    let user = try store.addUser(
      User(userId: UserUID(try Sodium.randomUserUID()), username: name), at: clock())
    let secret = try Sodium.randomText(bytes: 32)
    let id = "key-" + (try Sodium.randomText(bytes: 16))
    return (
      APIClient(userUid: user.userId, username: user.username, clientId: id, clientSecret: secret),
      ClientRecord(id: id, secretHash: Sodium.hash(secret.utf8), user: user)
    )
  }

  func listUsers(_ request: HTTPRequest) throws(Refusal) -> HTTPResponse {
    let parameters = try QueryParameters(request.query)
    let page = try parameters.page("page", "pageSize", defaultSize: 100)
    let name = parameters.first("username")
    let found = try refusing { () throws(ServerError) in
      try store.users(named: name, page: page)
    }
    var writer = JSONWriter()
    for (index, record) in found.users.enumerated() {
      if index > 0 { writer.raw(",") }
      writer.user(record)
    }
    return list("{\"users\":[", RowPage(json: writer.bytes, totalCount: found.totalCount))
  }

  func showUser(_ uid: UserUID) throws(Refusal) -> HTTPResponse {
    guard let record = try refusing({ () throws(ServerError) in try store.user(uid) }) else {
      throw Refusal(404, .noSuchUser, "there is no such user")
    }
    var writer = JSONWriter()
    writer.user(record)
    return json(writer.bytes)
  }
}

extension CaseService {
  /// Lists actors, which are the users here; all of them are active.
  func listActors(_ request: HTTPRequest) throws(Refusal) -> HTTPResponse {
    let parameters = try QueryParameters(request.query)
    let page = try parameters.page("page", "pageSize", defaultSize: 100, atMost: 500)
    let isActive = try parameters.boolean("active", .invalidActive) ?? true
    var users: [User] = []
    if isActive {
      let (prefix, suffix) = (
        parameters.first("nameStartsWith") ?? "", parameters.first("nameEndsWith") ?? ""
      )
      users = try refusing { () throws(ServerError) in
        try store.users(startingWith: prefix, endingWith: suffix, page: page)
      }
    }
    var writer = JSONWriter()
    writer.raw("{\"actors\":[")
    for (index, user) in users.enumerated() {
      if index > 0 { writer.raw(",") }
      writer.raw("{\"actorId\":")
      writer.text(user.userId.rawValue)
      writer.raw(",\"name\":")
      writer.text(user.username)
      writer.raw(",\"active\":true,\"parentActorId\":null}")
    }
    writer.raw("]}")
    return json(writer.bytes)
  }
}

extension JSONWriter {
  /// Writes a user with all fields of the vendor's (Cases API contract, § 4); this server has one
  /// organisation, and nobody is blocked.
  mutating func user(_ record: UserRecord) {
    raw("{\"userId\":")
    text(record.user.userId.rawValue)
    raw(",\"username\":")
    text(record.user.username)
    raw(
      """
      ,"firstName":null,"lastName":null,"active":true,"blocked":false,"notes":null,"orgId":null,\
      "orgGuid":null,"orgName":null,"legacyUserId":null,"legacyOrgId":null,"creationDate":
      """)
    timestamp(record.createdAt)
    raw(",\"modificationDate\":")
    timestamp(record.createdAt)
    raw("}")
  }
}
