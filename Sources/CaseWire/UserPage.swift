/// One page of users.
public struct UserPage: Hashable, Codable, Sendable {
  /// The rows.
  public var users: [User]
  /// How many users match in all, where the server says so.
  public var totalCount: Int?

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - users: the rows.
  ///   - totalCount: how many users match in all.
  public init(users: [User], totalCount: Int?) {
    self.users = users
    self.totalCount = totalCount
  }
}
