import CaseWire

/// The pause that a server asks for in a `Retry-After` field (RFC 9110, § 10.2.3).
enum RetryAfter {
  /// Reads the pause.
  ///
  /// A time of day is taken from the server's own `Date` field where there is one, so that clocks
  /// that differ do no harm.
  ///
  /// - Parameters:
  ///   - headers: the header fields of the answer.
  ///   - now: the time of day here, if it is known.
  /// - Returns: the pause, zero for a time that is past; nil where none can be read.
  static func pause(in headers: HTTPHeaders, now: Timestamp?) -> Duration? {
    guard let field = headers["Retry-After"] else { return nil }
    if !field.isEmpty, field.utf8.allSatisfy({ (48...57).contains($0) }) {
      // A number without end means what the longest known one does: not in this lifetime.
      return .seconds(Int32(field) ?? .max)
    }
    guard let until = seconds(of: field) else { return nil }
    let here = now.map { $0.microseconds / 1_000_000 }
    guard let from = headers["Date"].flatMap(seconds) ?? here else { return nil }
    return .seconds(max(0, until - from))
  }

  /// Seconds since 1970 of a date in each of HTTP's three forms (RFC 9110, § 5.6.7).
  static func seconds(of date: String) -> Int64? {
    var words = date.split { " ,-".contains($0) }
    // `Sun Nov  6 08:49:37 1994` has the time before the year and no zone.
    if words.count == 5 {
      words = [words[0], words[2], words[1], words[4], words[3], "GMT"]
    }
    guard words.count == 6, words[5] == "GMT", let day = number(words[1]),
      let month = months.firstIndex(of: String(words[2])), var year = number(words[3])
    else { return nil }
    if words[3].utf8.count == 2 { year += year < 70 ? 2_000 : 1_900 }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      hour < 24, minute < 60, second <= 60,
      let civil = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    return Int64(civil.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func number(_ text: Substring) -> Int? {
    (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
      ? Int(text) : nil
  }
}
