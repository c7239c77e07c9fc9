import CaseWire

/// The body of a search for events.
struct EventSearchBody: Encodable {
  /// Which events, in which order.
  let query: EventQuery
  /// The most rows in a page.
  let pageSize: Int
  /// What asks for the page; the empty text for the first one.
  let token: String

  private enum CodingKeys: String, CodingKey {
    case groupClause, groups, pgNum, pgSize, pgToken, srtDir, srtKey
  }

  func encode(to encoder: any Encoder) throws {
    var body = encoder.container(keyedBy: CodingKeys.self)
    try body.encode(query.groupClause, forKey: .groupClause)
    try body.encode(query.groups, forKey: .groups)
    // The token wins, but older servers want the number all the same.
    try body.encode(1, forKey: .pgNum)
    try body.encode(pageSize, forKey: .pgSize)
    try body.encode(token, forKey: .pgToken)
    try body.encode(query.isDescending ? "desc" : "asc", forKey: .srtDir)
    try body.encode(query.sortKey, forKey: .srtKey)
  }
}
