/// Where a cursor may stand: between what a reader takes for characters.
extension TextLines {
  /// The first boundary that is not before a byte.
  ///
  /// - Parameter byte: 0 to `byteCount`, within a character or not.
  /// - Returns: a byte at which a character starts, or the end of the text.
  func boundary(atOrAfter byte: Int) -> Int {
    let place = place(of: byte)
    let content = lines[place.line].content
    let count = content.utf8.count
    if place.offset > count { return byte - place.offset + lines[place.line].byteCount }
    if place.offset == 0 || place.offset == count { return byte }
    let index = content.utf8.index(content.startIndex, offsetBy: place.offset)
    // Both steps start from the character that holds the index, wherever in it the index stands.
    let end = content.index(after: index)
    if content.index(before: end) == index { return byte }
    return byte - place.offset + content.utf8.distance(from: content.startIndex, to: end)
  }

  /// The boundary after a boundary.
  ///
  /// - Parameter byte: a boundary.
  /// - Returns: the next one; the end of the text for the end.
  func boundary(after byte: Int) -> Int {
    let place = place(of: byte)
    let line = lines[place.line]
    guard place.offset < line.content.utf8.count else { return byte + line.lineBreak.byteCount }
    let index = line.content.utf8.index(line.content.startIndex, offsetBy: place.offset)
    return byte + line.content[index].utf8.count
  }

  /// The boundary before a boundary.
  ///
  /// - Parameter byte: a boundary.
  /// - Returns: the one before it; 0 for 0.
  func boundary(before byte: Int) -> Int {
    let place = place(of: byte)
    guard place.offset > 0 else {
      return place.line > 0 ? byte - lines[place.line - 1].lineBreak.byteCount : 0
    }
    let content = lines[place.line].content
    let index = content.utf8.index(content.startIndex, offsetBy: place.offset)
    return byte - content[content.index(before: index)].utf8.count
  }

  /// The start of the line in which a byte stands.
  ///
  /// - Parameter byte: 0 to `byteCount`.
  /// - Returns: its first byte.
  func lineStart(of byte: Int) -> Int { byte - place(of: byte).offset }

  /// The end of the line in which a byte stands.
  ///
  /// - Parameter byte: 0 to `byteCount`.
  /// - Returns: the byte at which the line's break starts.
  func lineEnd(of byte: Int) -> Int {
    let place = place(of: byte)
    return byte - place.offset + lines[place.line].content.utf8.count
  }

  /// Goes on from a boundary over all characters that fit; a line break counts as one.
  ///
  /// - Parameters:
  ///   - byte: a boundary.
  ///   - fits: whether a character is gone over.
  /// - Returns: the boundary before the first that does not fit.
  func forward(from byte: Int, while fits: (Character) -> Bool) -> Int {
    let place = place(of: byte)
    var byte = byte
    var offset = place.offset
    for line in lines[place.line...] {
      let rest = line.content.utf8.index(line.content.startIndex, offsetBy: offset)
      for character in line.content[rest...] {
        guard fits(character) else { return byte }
        byte += character.utf8.count
      }
      guard let lineBreak = line.lineBreak.rawValue.first, fits(lineBreak) else { return byte }
      byte += line.lineBreak.byteCount
      offset = 0
    }
    return byte
  }

  /// Goes back from a boundary over all characters that fit; a line break counts as one.
  ///
  /// - Parameters:
  ///   - byte: a boundary.
  ///   - fits: whether a character is gone over.
  /// - Returns: the boundary after the first that does not fit.
  func backward(from byte: Int, while fits: (Character) -> Bool) -> Int {
    let place = place(of: byte)
    var byte = byte
    var offset = place.offset
    for index in (0...place.line).reversed() {
      let content = lines[index].content
      let rest = content.utf8.index(content.startIndex, offsetBy: offset)
      for character in content[..<rest].reversed() {
        guard fits(character) else { return byte }
        byte -= character.utf8.count
      }
      guard index > 0 else { return byte }
      let lineBreak = lines[index - 1].lineBreak
      guard let character = lineBreak.rawValue.first, fits(character) else { return byte }
      byte -= lineBreak.byteCount
      offset = lines[index - 1].content.utf8.count
    }
    return byte
  }
}
