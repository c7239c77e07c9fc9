/// A gzip stream of equal bytes without an end (RFC 1951, § 3.2.6; RFC 1952, § 2.3).
///
/// The stream is never checked at its end, since a reader with a limit never comes there.
enum GzipBomb {
  /// The header of the stream, the letter A, and a copy of it 258 times.
  static let beginning: [UInt8] =
    [31, 139, 8, 0, 0, 0, 0, 0, 0, 3]
    // One block with the fixed codes, the letter, then the copy.
    + packed([(0b011, 3), (reversed(0x30 + 0x41, 8), 8)] + copy)

  /// What may follow as often as one likes: 65 kB that unpack to over 10 MB.
  static let part: [UInt8] = {
    let period = packed([[(Int, Int)]](repeating: copy, count: 8).flatMap(\.self))
    return [[UInt8]](repeating: period, count: 5_000).flatMap(\.self)
  }()

  /// How many bytes a part unpacks to.
  static let unpackedPart = 5_000 * 8 * 258

  /// The code for 258 bytes from one back: eight bits for the length, five for the distance.
  private static let copy = [(reversed(0b1100_0101, 8), 8), (0, 5)]

  /// Packs codes from the lowest bit of each byte; they must fill the last one.
  private static func packed(_ codes: [(bits: Int, width: Int)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var pending = 0
    var width = 0
    for code in codes {
      pending |= code.bits << width
      width += code.width
      while width >= 8 {
        bytes.append(UInt8(pending & 255))
        pending >>= 8
        width -= 8
      }
    }
    return bytes
  }

  /// Huffman codes are packed from their highest bit.
  private static func reversed(_ code: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 << 1 | (code >> $1 & 1) }
  }
}
