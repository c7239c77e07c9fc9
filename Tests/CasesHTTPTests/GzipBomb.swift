/// A small gzip stream of a great many equal bytes (RFC 1951, § 3.2.6; RFC 1952, § 2.3).
enum GzipBomb {
  /// Makes a stream without an end, since a reader with a limit never comes there.
  ///
  /// - Parameter count: how many bytes it unpacks to, at least.
  /// - Returns: the stream.
  static func bytes(unpacking count: Int) -> [UInt8] {
    var bytes: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3]
    var pending = 0
    var width = 0
    func put(_ bits: Int, _ count: Int) {
      pending |= bits << width
      width += count
      while width >= 8 {
        bytes.append(UInt8(pending & 255))
        pending >>= 8
        width -= 8
      }
    }
    // One block with the fixed codes: the letter 0x41, then copies of 258 bytes from one back.
    put(0b011, 3)
    put(reversed(0x30 + 0x41, 8), 8)
    for _ in 0...(count / 258) {
      put(reversed(0b1100_0101, 8), 8)
      put(0, 5)
    }
    return bytes
  }

  /// Huffman codes are packed from their highest bit.
  private static func reversed(_ code: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 << 1 | (code >> $1 & 1) }
  }
}
