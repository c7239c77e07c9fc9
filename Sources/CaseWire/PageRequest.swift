/// Which part of a list is wanted.
public struct PageRequest: Hashable, Codable, Sendable {
  /// The number of the page, from 1.
  public var number: Int
  /// Rows in a page, from 1.
  public var size: Int

  /// Makes a request for a page.
  ///
  /// - Parameters:
  ///   - number: the number of the page, from 1.
  ///   - size: rows in a page, from 1.
  public init(number: Int, size: Int) {
    self.number = number
    self.size = size
  }
}
