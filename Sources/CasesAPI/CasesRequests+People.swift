import CaseWire

/// The requests for users and actors (Cases API contract, § 4).
extension CasesRequests {
  /// A user by identifier.
  static func user(_ uid: UserUID) -> HTTPRequest {
    read("/v1/users/\(PercentEncoding.encode(uid.rawValue))")
  }

  /// One page of users.
  static func users(_ filter: UserFilter, page: PageRequest) -> HTTPRequest {
    var query = QueryText()
    query.add("active", filter.isActive.map(String.init))
    query.add("blocked", filter.isBlocked.map(String.init))
    query.add("username", filter.username)
    query.addPage("page", "pageSize", page)
    return read("/v1/users", query)
  }

  /// Users by name at the old host.
  static func oldHostUsers(named name: String) -> HTTPRequest {
    var query = QueryText()
    query.add("username", name)
    return read("/api/v1/User", query)
  }

  /// One page of actors.
  static func actors(_ filter: ActorFilter, page: PageRequest) -> HTTPRequest {
    var query = QueryText()
    query.add("nameStartsWith", filter.nameStartsWith)
    query.add("nameEndsWith", filter.nameEndsWith)
    query.add("active", filter.isActive.map(String.init))
    query.addPage("page", "pageSize", page)
    return read("/v1/actors/actor/search", query)
  }

  /// An actor by identifier.
  static func actor(_ id: UserUID) -> HTTPRequest {
    read("/v1/actors/actor/id/\(PercentEncoding.encode(id.rawValue))")
  }

  /// The parent of an actor by the actor's name.
  static func parent(ofActorNamed name: String) -> HTTPRequest {
    read("/v1/actors/actor/name/\(PercentEncoding.encode(name))/parent")
  }

  private static func read(_ path: String, _ query: QueryText = QueryText()) -> HTTPRequest {
    HTTPRequest(.get, path, query: query.text, headers: acceptsJSON)
  }
}
