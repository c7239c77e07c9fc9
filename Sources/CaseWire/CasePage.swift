/// One page of a list of cases.
public struct CasePage: Hashable, Codable, Sendable {
  /// The rows of the page, in the order that was asked for.
  public var cases: [CaseSummary]
  /// How many cases match in all, on every page.
  public var totalCount: Int

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - cases: the rows of the page.
  ///   - totalCount: how many cases match in all.
  public init(cases: [CaseSummary], totalCount: Int) {
    self.cases = cases
    self.totalCount = totalCount
  }
}
