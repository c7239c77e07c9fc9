/// One page of the history of a case.
public struct HistoryPage: Hashable, Codable, Sendable {
  /// The changes, the newest first.
  public var history: [HistoryEntry]
  /// How many changes there are on all pages.
  public var totalCount: Int

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - history: the changes, the newest first.
  ///   - totalCount: how many changes there are on all pages.
  public init(history: [HistoryEntry], totalCount: Int) {
    self.history = history
    self.totalCount = totalCount
  }

  /// Reads a page; `history: null` is an empty list.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let page = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      history: try page.decode([HistoryEntry]?.self, forKey: .history) ?? [],
      totalCount: try page.count(forKey: .totalCount))
  }
}
