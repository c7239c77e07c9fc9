/// Finding words in a text.
extension TextLines {
  /// Where a text stands, from the start on; no two places overlap.
  ///
  /// Whole characters are compared, so that a place starts and ends where a cursor may stand, and a
  /// letter is found however it was composed.
  ///
  /// - Parameters:
  ///   - wanted: what is looked for, within one line; an empty text is nowhere.
  ///   - isExact: whether capitals count.
  /// - Returns: the bytes of each place.
  func ranges(of wanted: String, isExact: Bool) -> [Range<Int>] {
    let pattern = wanted.map { Self.folded($0, isExact) }
    guard let first = pattern.first else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    for line in lines {
      defer { start += line.byteCount }
      guard line.content.utf8.count >= pattern.count else { continue }
      var letters: [String] = []
      var bytes = [start]
      for character in line.content {
        letters.append(Self.folded(character, isExact))
        bytes.append(bytes[bytes.count - 1] + character.utf8.count)
      }
      var index = 0
      while index + pattern.count <= letters.count {
        if letters[index] == first,
          letters[index..<index + pattern.count].elementsEqual(pattern)
        {
          found.append(bytes[index]..<bytes[index + pattern.count])
          index += pattern.count
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private static func folded(_ character: Character, _ isExact: Bool) -> String {
    isExact ? String(character) : character.lowercased()
  }
}
