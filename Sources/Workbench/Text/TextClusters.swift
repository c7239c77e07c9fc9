import TerminalModel

/// The characters of a line with the columns that each of them takes.
struct TextClusters: Sequence, IteratorProtocol {
  /// One character.
  struct Cluster {
    /// The byte in the line at which it starts.
    var offset: Int
    /// The bytes it takes.
    var length: Int
    /// The columns it takes, 1 or more.
    var width: Int
    /// Whether a row may end after it because it is a blank.
    var isBlank: Bool
  }

  private let content: String
  private var index: String.Index
  private var offset = 0

  init(_ content: String) {
    self.content = content
    index = content.startIndex
  }

  mutating func next() -> Cluster? {
    let bytes = content.utf8
    guard index < bytes.endIndex else { return nil }
    let byte = bytes[index]
    let after = bytes.index(after: index)
    // A printable ASCII character with another ASCII one after it stands alone, and needs no
    // look at tables.
    if byte >= 32, byte < 127, after == bytes.endIndex || bytes[after] < 128 {
      defer { advance(to: after, 1) }
      return Cluster(offset: offset, length: 1, width: 1, isBlank: byte == 32)
    }
    let end = content.index(after: index)
    let character = content[index]
    let length = character.utf8.count
    defer { advance(to: end, length) }
    return Cluster(
      offset: offset, length: length, width: Swift.max(1, CellText.width(of: character)),
      isBlank: byte == 9 && length == 1)
  }

  private mutating func advance(to end: String.Index, _ length: Int) {
    index = end
    offset += length
  }
}
