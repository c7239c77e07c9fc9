/// One page of a list of cases.
public struct CasePage: Hashable, Codable, Sendable {
  /// The rows of the page, in the order that was asked for.
  public var cases: [CaseSummary]
  /// How many cases match in all, on every page.
  public var totalCount: Int

  private enum CodingKeys: String, CodingKey {
    case cases, totalCount
  }

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - cases: the rows of the page.
  ///   - totalCount: how many cases match in all.
  public init(cases: [CaseSummary], totalCount: Int) {
    self.cases = cases
    self.totalCount = totalCount
  }

  /// Reads a page.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let page = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      cases: try page.decode([CaseSummary].self, forKey: .cases),
      totalCount: try page.count(forKey: .totalCount))
  }
}
