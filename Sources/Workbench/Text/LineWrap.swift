/// The visual rows of one logical line.
///
/// Text takes all columns but the last one, which is kept for the cursor after the end and for the
/// blank at which a row ends. Rows break after blanks and beside wide characters, and within a
/// word only where the word is longer than a row. Each character stands in exactly one row.
struct LineWrap {
  /// The rows of a line that needs only one, shared by all such lines.
  private static let single = [0]

  /// The bytes of the line at which its rows start; the first is 0.
  let starts: [Int]
  private let content: String

  init(_ content: String, width: Int) {
    self.init(content, starts: Self.starts(of: content, width: width))
  }

  /// Takes rows that were found before.
  init(_ content: String, starts: [Int]) {
    self.content = content
    self.starts = starts
  }

  /// The bytes of a row.
  ///
  /// - Parameter row: an index of `starts`.
  /// - Returns: the bytes, none for a row that only the cursor needs.
  func range(of row: Int) -> Range<Int> {
    starts[row]..<(row + 1 < starts.count ? starts[row + 1] : content.utf8.count)
  }

  /// The text of a row.
  ///
  /// - Parameter row: an index of `starts`.
  /// - Returns: the text, with the blank at its end.
  func text(of row: Int) -> Substring {
    let range = range(of: row)
    let from = content.utf8.index(content.startIndex, offsetBy: range.lowerBound)
    return content[from..<content.utf8.index(from, offsetBy: range.count)]
  }

  /// The row in which a byte stands.
  ///
  /// - Parameter offset: a byte of the line, or its end.
  /// - Returns: an index of `starts`.
  func row(of offset: Int) -> Int {
    (starts.lastIndex { $0 <= offset }) ?? 0
  }

  /// The column at which a byte stands in its row.
  ///
  /// - Parameter offset: a boundary of the line.
  /// - Returns: columns from the left.
  func column(of offset: Int) -> Int {
    let row = row(of: offset)
    let start = starts[row]
    return TextClusters(String(text(of: row)))
      .prefix { start + $0.offset < offset }
      .reduce(0) { $0 + $1.width }
  }

  /// The boundary in a row that stands at a column, or else the last one before it.
  ///
  /// - Parameters:
  ///   - row: an index of `starts`.
  ///   - column: columns from the left.
  /// - Returns: a byte of the line; in all but the last row before the row's last character, since
  ///   what is after it stands in the next row.
  func offset(row: Int, column: Int) -> Int {
    let start = starts[row]
    var used = 0
    var last = start
    for cluster in TextClusters(String(text(of: row))) {
      last = start + cluster.offset
      used += cluster.width
      if used > column { return last }
    }
    return row + 1 < starts.count ? last : content.utf8.count
  }

  /// Finds the rows of a line, in one pass over it.
  ///
  /// - Parameters:
  ///   - content: the line.
  ///   - width: columns.
  /// - Returns: the bytes at which its rows start; the first is 0.
  static func starts(of content: String, width: Int) -> [Int] {
    let limit = max(1, width - 1)
    if content.utf8.count <= limit, content.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) {
      return single
    }
    var starts = [0]
    var column = 0
    /// The last byte at which the row may end, and its column.
    var rest: (offset: Int, column: Int)?
    for cluster in TextClusters(content) {
      let end = column + cluster.width
      if cluster.isBlank {
        if end > limit + 1, cluster.offset > starts[starts.count - 1] {
          starts.append(cluster.offset)
          column = 0
        }
        column += cluster.width
        rest = (cluster.offset + cluster.length, column)
        continue
      }
      if cluster.width > 1 { rest = (cluster.offset, column) }
      if end > limit, cluster.offset > starts[starts.count - 1] {
        if let place = rest, place.offset > starts[starts.count - 1] {
          starts.append(place.offset)
          column -= place.column
        }
        if column + cluster.width > limit, cluster.offset > starts[starts.count - 1] {
          starts.append(cluster.offset)
          column = 0
        }
        rest = nil
      }
      column += cluster.width
      if cluster.width > 1 { rest = (cluster.offset + cluster.length, column) }
    }
    // The cursor after a blank in the last column stands at the start of a row of its own.
    if column > limit, content.utf8.count > starts[starts.count - 1] {
      starts.append(content.utf8.count)
    }
    return starts
  }
}
