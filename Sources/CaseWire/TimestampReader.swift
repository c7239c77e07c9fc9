/// Reads ISO 8601 text byte by byte.
struct TimestampReader {
  private let bytes: [UInt8]
  private var index = 0

  /// Prepares to read a text from its beginning.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads the whole text: microseconds since the epoch, or nil if it is no date and time.
  mutating func read() -> Int64? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"),
      let day = digits(2), let date = CivilDate(year: year, month: month, day: day),
      skip("T") || skip("t") || skip(" "), let hour = digits(2), hour <= 23, skip(":"),
      let minute = digits(2), minute <= 59
    else { return nil }
    var second = 0
    var fraction = 0
    if skip(":") {
      guard let value = digits(2), value <= 60 else { return nil }
      second = value
      if skip(".") || skip(",") {
        guard let value = fractionDigits() else { return nil }
        fraction = value
      }
    }
    guard let offset = zone(), index == bytes.count else { return nil }
    let total = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return Int64(total) * 1_000_000 + Int64(fraction)
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    index += count
    return value
  }

  private mutating func fractionDigits() -> Int? {
    var value = 0
    var count = 0
    while index < bytes.count, (48...57).contains(bytes[index]) {
      count += 1
      if count <= 6 { value = value * 10 + Int(bytes[index] - 48) }
      index += 1
    }
    guard (1...9).contains(count) else { return nil }
    for _ in min(count, 6)..<6 { value *= 10 }
    return value
  }

  /// The seconds that the zone is ahead of UTC; no zone at all is UTC.
  private mutating func zone() -> Int? {
    if index == bytes.count || skip("Z") || skip("z") { return 0 }
    let sign: Int
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = digits(2), hours <= 23 else { return nil }
    _ = skip(":")
    let minutes = index < bytes.count ? digits(2) : 0
    guard let minutes, minutes <= 59 else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
