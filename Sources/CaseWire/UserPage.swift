/// One page of users.
public struct UserPage: Hashable, Codable, Sendable {
  /// The rows.
  public var users: [User]
  /// How many users match in all, where the server says so.
  public var totalCount: Int?

  private enum CodingKeys: String, CodingKey {
    case users, totalCount
  }

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - users: the rows.
  ///   - totalCount: how many users match in all.
  public init(users: [User], totalCount: Int?) {
    self.users = users
    self.totalCount = totalCount
  }

  /// Reads a page.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let page = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      users: try page.decode([User].self, forKey: .users),
      totalCount: try page.countIfPresent(forKey: .totalCount))
  }
}
