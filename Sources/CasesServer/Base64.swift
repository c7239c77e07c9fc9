/// Base64 (RFC 4648, § 4), as HTTP Basic needs it.
enum Base64 {
  /// Decodes a text; nil where it is not wholly in the alphabet or wrongly padded.
  static func decode(_ text: String) -> [UInt8]? {
    let letters = Array(text.utf8)
    guard letters.count.isMultiple(of: 4) else { return nil }
    let padding = letters.reversed().prefix { $0 == 61 }.count
    guard padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (index, letter) in letters.dropLast(padding).enumerated() {
      guard let value = value(of: letter) else { return nil }
      bits = bits << 6 | UInt32(value)
      let held = (index % 4) * 6 + 6
      if index % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held % 8))) }
    }
    return bytes
  }

  private static func value(of letter: UInt8) -> UInt8? {
    switch letter {
    case 65...90: letter - 65
    case 97...122: letter - 71
    case 48...57: letter + 4
    case 43: 62
    case 47: 63
    default: nil
    }
  }
}
