/// Damages documents as disks, networks and other programs do.
public enum Mutations {
  /// Numbers that programs trip over.
  private static let numbers = [
    "-1", "0", "1", "100", "4294967296", "9223372036854775807", "-9223372036854775808", "1e400",
    "99999999999999999999", "0.5", "null", "\"\"", "[]", "{}",
  ]
  /// Bytes that mean something to one reader or another.
  private static let words: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x1B], [0x0D], [0x0A], [0x22],
    [0x5C], [0x5C, 0x75, 0x64, 0x38], [0x7B], [0x5B], [0x5D], [0x7D], [0x2C], [0x3A], [0x3D],
    [0x27, 0x27, 0x27], [0x22, 0x22, 0x22], [0x2E], [0x25], [0x3B], [0xCC, 0x81],
  ]

  /// Damages a document in a few places.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - random: where and how.
  /// - Returns: the damaged document.
  public static func damaged(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(below: 4) {
      guard !bytes.isEmpty else { return bytes }
      let place = random.next(below: bytes.count)
      let end = min(bytes.count, place + 1 + random.next(below: 40))
      switch random.next(below: 7) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next(below: 256))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: random.next(below: bytes.count))
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
      default: bytes = withNumber(bytes, near: place, &random)
      }
    }
    return bytes
  }

  /// Puts another value in the place of a number, so that the document stays whole around it.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - random: which number, and what becomes of it.
  /// - Returns: the changed document.
  public static func withNumber(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    bytes.isEmpty ? bytes : withNumber(bytes, near: random.next(below: bytes.count), &random)
  }

  private static func withNumber(
    _ bytes: [UInt8], near place: Int, _ random: inout SeededRandom
  ) -> [UInt8] {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let first = bytes[place...].firstIndex(where: isDigit) else { return bytes }
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    let number = numbers.randomElement(using: &random) ?? "0"
    return Array(bytes[..<first]) + Array(number.utf8) + Array(bytes[end...])
  }
}
