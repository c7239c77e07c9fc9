public import CaseWire

/// How what is shown is kept fresh: it is fetched again at an interval, while somebody looks at it.
public struct Freshness: Equatable, Sendable {
  /// Seconds between two fetches; 0 for never.
  public var interval = 30
  /// The longest interval after troubles, in seconds.
  static let longestInterval = 600
  /// The age from which it is told how old a list is, in seconds.
  static let toldAge: Int64 = 120

  /// Whether the window of the terminal has the user's attention, as far as it tells.
  var hasFocus = true
  /// Whether the wait for the next fetch goes on.
  var isWaiting = false
  /// Fetches that failed since the last one that did not.
  var troubles = 0

  /// What keeps nothing fresh yet.
  public init() {}

  /// How long to wait for the next fetch: twice as long after each trouble.
  ///
  /// - Returns: seconds.
  var wait: Int { min(Self.longestInterval, interval << min(troubles, 10)) }

  /// How old a list is, once that is worth telling.
  ///
  /// - Parameters:
  ///   - fetchedAt: when it came.
  ///   - now: the present moment.
  /// - Returns: such as `5m old`, and `from 26 Oct` once only a date is told; nil while it is
  ///   fresh.
  public static func age(_ fetchedAt: Timestamp?, now: Timestamp) -> String? {
    guard let fetchedAt, now.seconds - fetchedAt.seconds >= toldAge else { return nil }
    let age = TimeText.age(fetchedAt, now: now, in: .utc)
    let isDate = TimeText.secondsUntilAgeChanges(fetchedAt, now: now) == nil
    return isDate ? "from \(age)" : "\(age) old"
  }

  /// How long an age that is told, or will be, stays true.
  ///
  /// - Parameters:
  ///   - fetchedAt: when the list came.
  ///   - now: the present moment.
  /// - Returns: seconds, 1 or more; nil where nothing came yet.
  public static func secondsUntilAgeChanges(_ fetchedAt: Timestamp?, now: Timestamp) -> Int? {
    guard let fetchedAt else { return nil }
    let age = now.seconds - fetchedAt.seconds
    guard age >= toldAge else { return Int(toldAge - age) }
    return TimeText.secondsUntilAgeChanges(fetchedAt, now: now)
  }
}
