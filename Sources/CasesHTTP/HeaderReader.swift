import CaseWire

/// Collects header lines as they come; only those of the last answer count, not of interim ones.
struct HeaderReader {
  /// The fields of the answer.
  private(set) var headers: HTTPHeaders = [:]
  /// How many bytes of lines came, of all answers together.
  private(set) var byteCount = 0
  /// Whether the empty line behind the fields has come.
  private(set) var isComplete = false

  /// Takes one line, with or without its end.
  ///
  /// - Parameter line: a status line, a field, or the empty line at the end.
  mutating func take(_ line: some Collection<UInt8>) {
    byteCount += line.count
    if line.starts(with: "HTTP/".utf8) {
      headers = [:]
      isComplete = false
      return
    }
    if line.allSatisfy(Self.isBlank) { isComplete = true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else {
      return
    }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    let value = line[line.index(after: colon)...].drop(while: Self.isBlank)
    let kept = value.reversed().drop(while: Self.isBlank).reversed()
    headers.append(name, String(decoding: kept, as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }
}
