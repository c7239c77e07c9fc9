import CaseWire

/// What a path names (Cases API contract, § 1, § 3, § 4 and § 8).
enum Route: Hashable {
  case token
  case cases
  case oneCase(CaseNumber)
  case summary(CaseNumber)
  case history(CaseNumber)
  case events(CaseNumber)
  case eventCSV(CaseNumber)
  case event(CaseNumber, EventID)
  case users
  case user(UserUID)
  case actors

  /// Reads a percent-encoded path; nil where it names nothing.
  ///
  /// The path is cut before it is decoded, since identifiers may hold slashes.
  init?(_ path: String) {
    var parts: [String] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let decoded = PercentEncoding.decode(part) else { return nil }
      parts.append(decoded)
    }
    guard parts.first == "v1", parts.count >= 2 else { return nil }
    switch (parts[1], parts.count) {
    case ("oauth", 2): self = .token
    case ("users", 2): self = .users
    case ("users", 3): self = .user(UserUID(parts[2]))
    case ("actors", 4) where parts[2...] == ["actor", "search"]: self = .actors
    case ("cases", 2): self = .cases
    case ("cases", 3...5):
      guard let value = Int64(parts[2]), value > 0, String(value) == parts[2] else { return nil }
      self.init(caseNumber: CaseNumber(value), parts[3...])
    default: return nil
    }
  }

  private init?(caseNumber number: CaseNumber, _ rest: ArraySlice<String>) {
    switch (rest.first, rest.count) {
    case (nil, _): self = .oneCase(number)
    case ("export", 1): self = .summary(number)
    case ("history", 1): self = .history(number)
    case ("fileevent", 1): self = .events(number)
    case ("fileevent", 2):
      let id = rest[rest.startIndex + 1]
      guard !id.isEmpty else { return nil }
      self = id == "export" ? .eventCSV(number) : .event(number, EventID(id))
    default: return nil
    }
  }

  /// The methods that it answers.
  var methods: [HTTPMethod] {
    switch self {
    case .token: [.post]
    case .cases, .events: [.get, .post]
    case .oneCase: [.get, .put, .delete]
    case .event: [.get, .post, .delete]
    case .summary, .history, .eventCSV, .users, .user, .actors: [.get]
    }
  }
}
