public import CaseWire

/// Users and actors (Cases API contract, § 4).
extension CasesClient {
  /// Fetches one page of users.
  ///
  /// - Parameters:
  ///   - filter: which users.
  ///   - page: which page of how many rows.
  /// - Returns: the users; none behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  public func users(
    _ filter: UserFilter, page: PageRequest
  ) async throws(CasesError) -> UserPage {
    try await answer(.findUsers, CasesRequests.users(filter, page: page)).value(UserPage.self)
  }

  /// Finds users by their exact name.
  ///
  /// - Parameter name: the user name; upper and lower case are the same.
  /// - Returns: who has the name; empty where nobody has.
  /// - Throws: `CasesError` when there is no such result.
  public func users(named name: String) async throws(CasesError) -> [User] {
    let page = try await users(
      UserFilter(username: name), page: PageRequest(number: 1, size: 100))
    return page.users.named(name)
  }

  /// Finds users by their exact name at the host that older clients ask.
  ///
  /// - Parameter name: the user name; upper and lower case are the same.
  /// - Returns: who has the name; empty where nobody has.
  /// - Throws: `CasesError` when there is no such result.
  public func oldHostUsers(named name: String) async throws(CasesError) -> [User] {
    try await answer(.findUsers, CasesRequests.oldHostUsers(named: name))
      .value(OldHostUsers.self).users.named(name)
  }

  /// Finds a user by identifier.
  ///
  /// - Parameter uid: the identifier.
  /// - Returns: the user; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  public func user(_ uid: UserUID) async throws(CasesError) -> User {
    // The path of an empty identifier is that of the whole list.
    guard !uid.rawValue.isEmpty else { throw .notFound(.getUser) }
    return try await answer(.getUser, CasesRequests.user(uid)).value(User.self)
  }

  /// Fetches one page of actors.
  ///
  /// - Parameters:
  ///   - filter: which actors.
  ///   - page: which page, of 1 to 500 rows.
  /// - Returns: the actors; none behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  public func actors(
    _ filter: ActorFilter, page: PageRequest
  ) async throws(CasesError) -> [CaseActor] {
    try await answer(.findActors, CasesRequests.actors(filter, page: page))
      .value(ActorPage.self).actors
  }

  /// Finds an actor by identifier.
  ///
  /// - Parameter id: the identifier.
  /// - Returns: the actor; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  public func actor(_ id: UserUID) async throws(CasesError) -> CaseActor {
    guard !id.rawValue.isEmpty else { throw .notFound(.getActor) }
    return try await answer(.getActor, CasesRequests.actor(id)).value(CaseActor.self)
  }

  /// Finds the actor that stands for one of some name.
  ///
  /// - Parameter name: the whole name.
  /// - Returns: the parent of the actor with this name, or that actor where there is no parent;
  ///   `.notFound` is thrown where nobody has the name.
  /// - Throws: `CasesError` when there is no such result.
  public func parent(ofActorNamed name: String) async throws(CasesError) -> CaseActor {
    guard !name.isEmpty else { throw .notFound(.getParentActor) }
    return try await answer(.getParentActor, CasesRequests.parent(ofActorNamed: name))
      .value(CaseActor.self)
  }
}

extension [User] {
  /// Those of exactly this name: servers that match parts of names would give a case to somebody
  /// else.
  fileprivate func named(_ name: String) -> [User] {
    filter { $0.username.lowercased() == name.lowercased() }
  }
}
