import CaseWire

/// The answer of the old host to who has some name (Cases API contract, § 4).
struct OldHostUsers: Decodable {
  /// Who was found.
  let users: [User]

  private enum CodingKeys: String, CodingKey { case data, users }

  /// A row there; its `userId` is a number of another kind, which cases do not know.
  private struct Row: Decodable {
    let userUid: UserUID
    let username: String
  }

  /// Reads an answer with or without the wrapper that this host puts around.
  init(from decoder: any Decoder) throws {
    let whole = try decoder.container(keyedBy: CodingKeys.self)
    let answer =
      whole.contains(.data)
      ? try whole.nestedContainer(keyedBy: CodingKeys.self, forKey: .data) : whole
    users = try answer.decode([Row].self, forKey: .users).map {
      User(userId: $0.userUid, username: $0.username)
    }
  }
}
