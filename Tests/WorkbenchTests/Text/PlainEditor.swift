/// The simplest editor that can be right: one string, cut into characters anew at every key.
struct PlainEditor {
  var text: String
  var cursor = 0
  var anchor: Int?
  var copied = ""
  /// Whether line breaks make lines.
  var isMultiline = true

  /// The bytes at which a cursor may stand.
  var boundaries: [Int] {
    text.reduce(into: [0]) { bytes, character in
      bytes.append((bytes.last ?? 0) + character.utf8.count)
    }
  }

  var selection: Range<Int>? {
    anchor.flatMap { $0 == cursor ? nil : min($0, cursor)..<max($0, cursor) }
  }

  var place: Range<Int> { selection ?? cursor..<cursor }

  func part(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  mutating func move(to byte: Int, selects: Bool = false) {
    anchor = selects ? anchor ?? cursor : nil
    cursor = byte
  }

  mutating func replace(_ range: Range<Int>, with new: String) {
    if range.isEmpty, new.isEmpty { return }
    anchor = nil
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

  private func isBlank(_ line: Range<Int>) -> Bool { part(line).allSatisfy(\.isWhitespace) }

  /// The lines without their breaks.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (byte, character) in characters where isBreak(character) {
      lines.append(start..<byte)
      start = byte + character.utf8.count
    }
    return lines + [start..<text.utf8.count]
  }

  var paragraphBefore: Int {
    let starts = lines.enumerated().filter { index, line in
      !isBlank(line) && (index == 0 || isBlank(lines[index - 1]))
    }
    return starts.last { $0.element.lowerBound < cursor }?.element.lowerBound ?? 0
  }

  var paragraphAfter: Int {
    let starts = lines.enumerated().filter { index, line in
      index > 0 && !isBlank(line) && isBlank(lines[index - 1])
    }
    return starts.first { $0.element.lowerBound > cursor }?.element.lowerBound ?? text.utf8.count
  }

  mutating func pressEnter() {
    var here = self
    here.cursor = place.lowerBound
    let line = here.lineStart..<here.lineEnd
    let content = part(line)
    let offset = place.lowerBound - line.lowerBound
    let before = characters.last { $0.byte < line.lowerBound }?.character
    let after = characters.first { $0.byte == line.upperBound }?.character
    let lineBreak =
      offset == 0 && before == "\r" ? "\r" : (before ?? after) == "\r\n" ? "\r\n" : "\n"
    let shape = /((?:[ \t]*>[ \t]?)*)([ \t]*)(?:([-*+]|([0-9]{1,9})([.)])) (\[[ xX]\] )?)?/
      .matchingSemantics(.unicodeScalar)
    guard let match = content.prefixMatch(of: shape), offset >= match.0.utf8.count else {
      return replace(place, with: lineBreak)
    }
    let (_, quotes, indent, mark, number, sign, box) = match.output
    let isEmpty = content.utf8.dropFirst(match.0.utf8.count).allSatisfy { $0 == 32 || $0 == 9 }
    if isEmpty, selection == nil, mark != nil || !quotes.isEmpty {
      let last = /[ \t]*>[ \t]?$/.matchingSemantics(.unicodeScalar)
      return replace(
        line, with: mark != nil ? String(quotes) : quotes.replacing(last, with: "") + "")
    }
    let next = number.flatMap { Int($0) }.map { "\($0 + 1)\(sign ?? "")" } ?? mark.map(String.init)
    replace(
      place,
      with: lineBreak + quotes + indent + (next.map { $0 + " " } ?? "")
        + (box == nil ? "" : "[ ] "))
  }

  private func isBreak(_ character: Character) -> Bool {
    isMultiline && (character == "\n" || character == "\r" || character == "\r\n")
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
