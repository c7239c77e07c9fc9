/// A span between two instants, both included; either end may be open.
public struct TimeSpan: Hashable, Codable, Sendable {
  /// The first instant; nil for any time before the end.
  public var start: Timestamp?
  /// The last instant; nil for any time after the start.
  public var end: Timestamp?

  /// Makes a span.
  ///
  /// - Parameters:
  ///   - start: the first instant, or nil.
  ///   - end: the last instant, or nil.
  public init(start: Timestamp?, end: Timestamp?) {
    self.start = start
    self.end = end
  }
}
