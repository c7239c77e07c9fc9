/// Rows of a list as JSON text, and how many there are in all.
///
/// Stores write the objects themselves, straight from their rows: this is the path that must be
/// quick.
public struct RowPage: Hashable, Sendable {
  /// The objects of the page, separated by commas, in UTF-8.
  public var json: [UInt8]
  /// How many rows there are on all pages.
  public var totalCount: Int

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - json: the objects of the page, separated by commas.
  ///   - totalCount: how many rows there are on all pages.
  public init(json: [UInt8], totalCount: Int) {
    self.json = json
    self.totalCount = totalCount
  }
}
