/// A stretch of a visual row that looks otherwise than the text around it.
public struct TextMark: Equatable, Sendable {
  /// Why it does.
  public enum Kind: Equatable, Sendable {
    /// It was found.
    case hit
    /// It is selected.
    case selected
  }

  /// Why it looks otherwise.
  public let kind: Kind
  /// Its columns, from the left of the row; a line break that is marked takes one.
  public let columns: Range<Int>

  /// Finds the columns of marked bytes in a row; nil where none of them are in it.
  ///
  /// - Parameters:
  ///   - kind: why they are marked.
  ///   - marked: the bytes of the text that are.
  ///   - row: what stands in the row.
  ///   - start: the byte of the text at which the row starts.
  ///   - endsLine: whether a line break follows the row.
  init?(
    _ kind: Kind, _ marked: Range<Int>, in row: Substring, from start: Int, endsLine: Bool
  ) {
    let end = start + row.utf8.count
    guard marked.lowerBound < end + (endsLine ? 1 : 0), marked.upperBound > start else {
      return nil
    }
    var from = 0
    var to = 0
    for cluster in TextClusters(String(row)) {
      if start + cluster.offset < marked.lowerBound { from += cluster.width }
      if start + cluster.offset < marked.upperBound { to += cluster.width }
    }
    if endsLine, marked.upperBound > end { to += 1 }
    guard from < to else { return nil }
    self.kind = kind
    columns = from..<to
  }

  private init(_ kind: Kind, _ columns: Range<Int>) {
    self.kind = kind
    self.columns = columns
  }

  /// The mark in a row of which columns on the left are hidden; nil where it is hidden with them.
  func shifted(by hidden: Int, width: Int) -> TextMark? {
    let from = max(0, columns.lowerBound - hidden)
    let to = min(width, columns.upperBound - hidden)
    return from < to ? TextMark(kind, from..<to) : nil
  }
}
