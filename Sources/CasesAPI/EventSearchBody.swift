import CaseWire

/// The body of a search for events.
struct EventSearchBody: Encodable {
  /// Which events, in which order.
  let query: EventQuery
  /// The most rows in a page.
  let pageSize: Int
  /// What asks for the page; the empty text for the first one.
  let token: String
  /// Where it goes.
  let address: EventSearchAddress

  private enum CodingKeys: String, CodingKey {
    case groupClause, groups, pgNum, pgSize, pgToken, srtDir, srtKey
  }

  func encode(to encoder: any Encoder) throws {
    var body = encoder.container(keyedBy: CodingKeys.self)
    try body.encode(query.groupClause, forKey: .groupClause)
    try body.encode(query.groups, forKey: .groups)
    try body.encode(pageSize, forKey: .pgSize)
    if address.wantsBareToken {
      try body.encode(Self.escaped(token), forKey: .pgToken)
    } else {
      // The token wins, but older servers want the number all the same.
      try body.encode(1, forKey: .pgNum)
      try body.encode(token, forKey: .pgToken)
    }
    try body.encode(query.isDescending ? "desc" : "asc", forKey: .srtDir)
    try body.encode(query.sortKey ?? address.identifierTerm, forKey: .srtKey)
  }

  /// A token with a backslash before each quote that has none, as the old host wants it: its tokens
  /// are identifiers of events, some of which hold quotes.
  private static func escaped(_ token: String) -> String {
    var result = ""
    for character in token {
      if character == "\"", result.last != "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
