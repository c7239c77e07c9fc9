import CaseWire

/// Dates as people type them.
enum DateText {
  /// Reads the first or the last instant of a day: `2026-10-26`, or `7d` for seven days ago.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - isEnd: whether the last instant of the day is meant.
  ///   - now: the present moment.
  ///   - zone: the zone of the day.
  /// - Returns: nil where it is no date.
  static func instant(_ text: String, isEnd: Bool, now: Timestamp, in zone: Zone) -> Timestamp? {
    guard let day = day(text, now: now, in: zone) else { return nil }
    if !isEnd { return zone.start(of: day) }
    let next = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
    return Timestamp(microseconds: zone.start(of: next).microseconds - 1)
  }

  /// Writes the day of an instant as it is typed.
  ///
  /// - Parameters:
  ///   - instant: when; nil gives an empty text.
  ///   - zone: the zone of the day.
  /// - Returns: such as `2026-10-26`.
  static func day(_ instant: Timestamp?, in zone: Zone) -> String {
    guard let instant else { return "" }
    let day = zone.clock(at: instant).day
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.year)-\(two(day.month))-\(two(day.day))"
  }

  private static func day(_ text: String, now: Timestamp, in zone: Zone) -> CivilDate? {
    if text.hasSuffix("d"), let days = Int(text.dropLast()), (0...36_500).contains(days) {
      let today = zone.clock(at: now).day
      return CivilDate(daysSinceEpoch: today.daysSinceEpoch - days)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
