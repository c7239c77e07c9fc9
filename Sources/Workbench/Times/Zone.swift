public import CaseWire
import Glibc

/// The zone in which times are shown and dates are typed.
public enum Zone: Hashable, Codable, Sendable {
  /// Universal time.
  case utc
  /// The zone of this machine, daylight saving included.
  case local
  /// A fixed distance from UTC in seconds, positive in the east.
  case fixed(Int)

  /// How far the zone is ahead of UTC.
  ///
  /// - Parameter instant: when; zones change with the seasons.
  /// - Returns: seconds, negative in the west.
  public func offset(at instant: Timestamp) -> Int {
    switch self {
    case .utc: return 0
    case .fixed(let seconds): return seconds
    case .local:
      var time = time_t(instant.seconds)
      var parts = unsafe tm()
      return unsafe localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
    }
  }

  /// The instant at which a day begins.
  ///
  /// - Parameter day: a day of the calendar.
  /// - Returns: its midnight in this zone.
  public func start(of day: CivilDate) -> Timestamp {
    let midnight = Timestamp(microseconds: Int64(day.daysSinceEpoch) * 86_400_000_000)
    let guess = midnight.adding(seconds: -Int64(offset(at: midnight)))
    return midnight.adding(seconds: -Int64(offset(at: guess)))
  }

  /// The day and the second of the day that clocks of this zone show.
  ///
  /// - Parameter instant: when.
  /// - Returns: the day, and seconds since its midnight, 0 to 86,399.
  func clock(at instant: Timestamp) -> (day: CivilDate, second: Int) {
    let seconds = Int(instant.seconds) + offset(at: instant)
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return (CivilDate(daysSinceEpoch: day), seconds - day * 86_400)
  }
}
