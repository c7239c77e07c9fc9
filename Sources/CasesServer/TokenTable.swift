import CaseWire

/// The bearer tokens that are good now, by the hash of each; they end with the process.
struct TokenTable {
  /// How long a token is good (Cases API contract, § 3).
  static let lifetimeSeconds: Int64 = 900
  private static let mostTokens = 100_000

  private struct Entry {
    let user: User
    let end: Timestamp
  }

  private var entries: [[UInt8]: Entry] = [:]

  /// Makes a token good.
  mutating func insert(_ token: String, for user: User, at now: Timestamp) {
    if entries.count.isMultiple(of: 1_000) || entries.count >= Self.mostTokens {
      entries = entries.filter { $0.value.end > now }
      // Whoever asks for so many tokens in a quarter of an hour is refused some, not the memory.
      if entries.count >= Self.mostTokens { entries.removeAll() }
    }
    entries[Sodium.hash(token.utf8)] = Entry(
      user: user, end: now.adding(seconds: Self.lifetimeSeconds))
  }

  /// The user of a token, if it is good.
  func user(of token: some StringProtocol, at now: Timestamp) -> User? {
    guard let entry = entries[Sodium.hash(token.utf8)], entry.end > now else { return nil }
    return entry.user
  }
}
