/// The events of a case, or one page of them.
public struct FileEventPage: Hashable, Codable, Sendable {
  /// The rows.
  public var events: [FileEvent]
  /// How many events the case has in all; the guide's own sample does not say.
  public var totalCount: Int?

  private enum CodingKeys: String, CodingKey {
    case events, totalCount
  }

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - events: the rows.
  ///   - totalCount: how many events the case has in all.
  public init(events: [FileEvent], totalCount: Int?) {
    self.events = events
    self.totalCount = totalCount
  }

  /// Reads a page; `events: null` is an empty list.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let page = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      events: try page.decode([FileEvent]?.self, forKey: .events) ?? [],
      totalCount: try page.countIfPresent(forKey: .totalCount))
  }
}
