public import CaseWire

/// Times as people read them.
public enum TimeText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A full time with its zone, such as `26 Oct 2026 09:02 UTC`.
  ///
  /// - Parameters:
  ///   - instant: when.
  ///   - zone: the zone to show it in.
  /// - Returns: the time to the minute.
  public static func full(_ instant: Timestamp, in zone: Zone) -> String {
    let (day, second) = zone.clock(at: instant)
    return "\(day.day) \(months[day.month - 1]) \(day.year) \(clock(second)) \(mark(zone, instant))"
  }

  /// A time without year and zone, such as `26 Oct 09:02`, always 12 characters.
  ///
  /// - Parameters:
  ///   - instant: when.
  ///   - zone: the zone to show it in.
  /// - Returns: the time to the minute.
  public static func short(_ instant: Timestamp, in zone: Zone) -> String {
    let (day, second) = zone.clock(at: instant)
    return "\(day.day < 10 ? " " : "")\(day.day) \(months[day.month - 1]) \(clock(second))"
  }

  /// How long ago something was, such as `4m`, `3h` or `2d`; then the date: `26 Oct` or `2025-10`.
  ///
  /// - Parameters:
  ///   - instant: when it was.
  ///   - now: the present moment.
  ///   - zone: the zone of a date.
  /// - Returns: at most seven characters.
  public static func age(_ instant: Timestamp, now: Timestamp, in zone: Zone) -> String {
    let seconds = now.seconds - instant.seconds
    switch seconds {
    case ..<60: return "now"
    case ..<3_600: return "\(seconds / 60)m"
    case ..<86_400: return "\(seconds / 3_600)h"
    case ..<2_592_000: return "\(seconds / 86_400)d"
    default:
      let day = zone.clock(at: instant).day
      return day.year == zone.clock(at: now).day.year
        ? "\(day.day) \(months[day.month - 1])" : "\(day.year)-\(two(day.month))"
    }
  }

  /// How long ago something was, as it stands in a sentence: `a moment ago`, `4m ago`; then the
  /// date.
  ///
  /// - Parameters:
  ///   - instant: when it was.
  ///   - now: the present moment.
  ///   - zone: the zone of a date.
  /// - Returns: words that can follow “from”.
  public static func ago(_ instant: Timestamp, now: Timestamp, in zone: Zone) -> String {
    switch now.seconds - instant.seconds {
    case ..<60: "a moment ago"
    case ..<2_592_000: "\(age(instant, now: now, in: zone)) ago"
    default: age(instant, now: now, in: zone)
    }
  }

  /// How long an age that is shown stays true.
  ///
  /// - Parameters:
  ///   - instant: when it was.
  ///   - now: the present moment.
  /// - Returns: seconds, 1 or more; nil once only the date is shown.
  public static func secondsUntilAgeChanges(_ instant: Timestamp, now: Timestamp) -> Int? {
    let seconds = now.seconds - instant.seconds
    switch seconds {
    case ..<60: return Int(60 - seconds)
    case ..<3_600: return Int(60 - seconds % 60)
    case ..<86_400: return Int(3_600 - seconds % 3_600)
    case ..<2_592_000: return Int(86_400 - seconds % 86_400)
    default: return nil
    }
  }

  /// The time of the day with its zone, such as `09:02 UTC`.
  static func timeOfDay(_ instant: Timestamp, in zone: Zone) -> String {
    "\(clock(zone.clock(at: instant).second)) \(mark(zone, instant))"
  }

  private static func clock(_ second: Int) -> String {
    "\(two(second / 3_600)):\(two(second / 60 % 60))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func mark(_ zone: Zone, _ instant: Timestamp) -> String {
    let offset = zone.offset(at: instant)
    if offset == 0 { return "UTC" }
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
