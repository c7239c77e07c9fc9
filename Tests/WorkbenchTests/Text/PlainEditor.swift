/// The simplest editor that can be right: one string, cut into characters anew at every key.
struct PlainEditor {
  var text: String
  var cursor = 0
  /// Whether line breaks make lines.
  var isMultiline = true

  /// The bytes at which a cursor may stand.
  var boundaries: [Int] {
    text.reduce(into: [0]) { bytes, character in
      bytes.append((bytes.last ?? 0) + character.utf8.count)
    }
  }

  mutating func replace(_ range: Range<Int>, with new: String) {
    let scalars = Array(text.utf8)
    let bytes = scalars[..<range.lowerBound] + Array(new.utf8) + scalars[range.upperBound...]
    text = String(decoding: bytes, as: UTF8.self)
    let wanted = range.lowerBound + new.utf8.count
    cursor = boundaries.first { $0 >= wanted } ?? 0
  }

  var before: Int { boundaries.last { $0 < cursor } ?? 0 }
  var after: Int { boundaries.first { $0 > cursor } ?? cursor }

  /// The characters with the bytes at which they start.
  private var characters: [(byte: Int, character: Character)] { Array(zip(boundaries, text)) }

  var lineStart: Int {
    characters.last { $0.byte < cursor && isBreak($0.character) }
      .map { $0.byte + $0.character.utf8.count } ?? 0
  }

  var lineEnd: Int {
    characters.first { $0.byte >= cursor && isBreak($0.character) }?.byte ?? text.utf8.count
  }

  var wordLeft: Int {
    var list = Array(characters.prefix { $0.byte < cursor })
    while let last = list.last, !Self.isOfWord(last.character) { list.removeLast() }
    while let last = list.last, Self.isOfWord(last.character) { list.removeLast() }
    return list.last.map { $0.byte + $0.character.utf8.count } ?? 0
  }

  var wordRight: Int {
    var list = characters.drop { $0.byte < cursor }
    while let first = list.first, !Self.isOfWord(first.character) { list.removeFirst() }
    while let first = list.first, Self.isOfWord(first.character) { list.removeFirst() }
    return list.first?.byte ?? text.utf8.count
  }

  private func isBreak(_ character: Character) -> Bool {
    isMultiline && (character == "\n" || character == "\r" || character == "\r\n")
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
