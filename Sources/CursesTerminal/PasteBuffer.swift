/// Gathers what a bracketed paste brings.
struct PasteBuffer {
  private static let startMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]
  private static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Whether the last mark seen was a start mark, so that an end mark must still come.
  private(set) var isOpen = true
  /// What came, without complete marks.
  private var bytes: [UInt8] = []

  /// Takes bytes that came after the start mark.
  ///
  /// - Parameter more: what the terminal sent.
  mutating func append(_ more: some Sequence<UInt8>) {
    for byte in more {
      bytes.append(byte)
      guard byte == 0x7E else { continue }
      let tail = bytes.suffix(Self.endMark.count)
      if tail.elementsEqual(Self.endMark) {
        isOpen = false
      } else if tail.elementsEqual(Self.startMark) {
        isOpen = true
      } else {
        continue
      }
      bytes.removeLast(Self.endMark.count)
    }
  }

  /// The text; a carriage return, which many terminals send for a line break, is one.
  var text: String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var isAfterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        lines.append(0x0A)
      } else if byte != 0x0A || !isAfterReturn {
        lines.append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
