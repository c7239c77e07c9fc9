public import CaseWire

/// Takes many rows into an empty store within one transaction.
public protocol CaseLoader {
  /// Takes a user.
  ///
  /// - Parameters:
  ///   - user: the user.
  ///   - time: when the user was made.
  /// - Throws: `ServerError` when the store fails or the name is taken.
  func load(_ user: User, createdAt time: Timestamp) throws(ServerError)

  /// Takes an event that cases can refer to.
  ///
  /// - Parameter event: the event.
  /// - Throws: `ServerError` when the store fails.
  func load(_ event: StoredEvent) throws(ServerError)

  /// Takes a case; it gets the next number.
  ///
  /// - Parameter seed: the case.
  /// - Throws: `ServerError` when the store fails, as for a name that is taken.
  func load(_ seed: CaseSeed) throws(ServerError)
}
