/// One page of the events that a search has found.
public struct FoundEventPage: Hashable, Sendable {
  /// The rows.
  public var events: [FoundEvent]
  /// How many events there are in all, where the server says so.
  public var totalCount: Int?
  /// What asks for the next page; nil behind the last one.
  public var nextToken: String?

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - events: the rows.
  ///   - totalCount: how many events there are in all.
  ///   - nextToken: what asks for the next page.
  public init(events: [FoundEvent], totalCount: Int? = nil, nextToken: String? = nil) {
    self.events = events
    self.totalCount = totalCount
    self.nextToken = nextToken
  }
}

extension FoundEventPage: Decodable {
  private enum CodingKeys: String, CodingKey {
    case fileEvents, totalCount, nextPgToken
  }

  /// Reads a page; `fileEvents: null` is an empty list, and an empty token none.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let page = try decoder.container(keyedBy: CodingKeys.self)
    let token = try page.decodeIfPresent(String.self, forKey: .nextPgToken)
    self.init(
      events: try page.decode([FoundEvent]?.self, forKey: .fileEvents) ?? [],
      totalCount: try page.countIfPresent(forKey: .totalCount),
      nextToken: token.flatMap { $0.isEmpty ? nil : $0 })
  }
}
