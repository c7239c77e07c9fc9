import CaseWire

/// Writes JSON text byte by byte.
///
/// A page of a hundred cases costs an encoder ten times what the query costs, so the server writes
/// its own JSON: keys are constants, texts are copied and only looked through for what must be
/// escaped.
struct JSONWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Starts an empty text.
  init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

  /// Copies a constant: punctuation and keys.
  mutating func raw(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Copies JSON that is finished.
  mutating func raw(_ json: some Collection<UInt8>) { bytes.append(contentsOf: json) }

  /// Writes a text in quotes, or `null`.
  mutating func text(_ value: String?) {
    guard var value else { return raw("null") }
    value.withUTF8 { unsafe text($0) }
  }

  /// Writes UTF-8 in quotes.
  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(34)
    var start = 0
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      if byte >= 32 && byte != 34 && byte != 92 { continue }
      unsafe bytes.append(contentsOf: utf8[start..<index])
      escape(byte)
      start = index + 1
    }
    unsafe bytes.append(contentsOf: utf8[start..<utf8.count])
    bytes.append(34)
  }

  /// Writes a whole number.
  mutating func integer(_ value: some BinaryInteger) {
    if (0...9).contains(value) {
      bytes.append(48 + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// Writes an instant in quotes, with six digits of fraction and `Z`.
  mutating func timestamp(_ value: Timestamp) {
    let seconds = value.seconds
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = Int(seconds - day * 86_400)
    let date = CivilDate(daysSinceEpoch: Int(day))
    bytes.append(34)
    digits(date.year, 1_000)
    bytes.append(45)
    digits(date.month, 10)
    bytes.append(45)
    digits(date.day, 10)
    bytes.append(84)
    digits(second / 3_600, 10)
    bytes.append(58)
    digits(second / 60 % 60, 10)
    bytes.append(58)
    digits(second % 60, 10)
    bytes.append(46)
    digits(Int(value.microseconds - seconds * 1_000_000), 100_000)
    bytes.append(90)
    bytes.append(34)
  }

  private mutating func digits(_ value: Int, _ first: Int) {
    var divisor = first
    while divisor > 0 {
      bytes.append(48 + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 34: raw("\\\"")
    case 92: raw("\\\\")
    case 10: raw("\\n")
    case 13: raw("\\r")
    case 9: raw("\\t")
    default:
      raw("\\u00")
      bytes.append(48 + byte >> 4)
      bytes.append(byte & 15 < 10 ? 48 + byte & 15 : 87 + byte & 15)
    }
  }
}
