public import CaseWire

/// What is told about the time at which events of a case vanish.
extension Wording {
  /// Events that vanish within this time are warned of, in seconds.
  static let archivalWarning: Int64 = 14 * 86_400

  /// The time until the events of a case vanish.
  ///
  /// - Parameters:
  ///   - summary: the case.
  ///   - now: the present moment.
  /// - Returns: such as `12d`; `gone` where they have; a dash where it is not known.
  public static func archivalClock(_ summary: CaseSummary, now: Timestamp) -> String {
    guard let archival = summary.archivalTime else { return "–" }
    let seconds = archival.seconds - now.seconds
    switch seconds {
    case ..<1: return "gone"
    case ..<3_600: return "\(max(1, seconds / 60))m"
    case ..<172_800: return "\(seconds / 3_600)h"
    default: return "\(seconds / 86_400)d"
    }
  }

  /// Whether the events of a case vanish soon.
  ///
  /// - Parameters:
  ///   - summary: the case.
  ///   - now: the present moment.
  /// - Returns: true within two weeks of it.
  public static func vanishesSoon(_ summary: CaseSummary, now: Timestamp) -> Bool {
    guard let archival = summary.archivalTime, summary.status != .archived else { return false }
    return archival > now && archival.seconds - now.seconds <= archivalWarning
  }

  static func vanishing(_ cases: [CaseSummary], now: Timestamp) -> String {
    let first = cases.prefix(3).map { "#\($0.number) in \(archivalClock($0, now: now))" }
    let verb = cases.count == 1 ? "loses its" : "lose their"
    return "\(counted(cases.count, "case")) \(verb) events within 14 days: "
      + first.joined(separator: ", ") + (cases.count > 3 ? ", …" : "") + "; x exports them"
  }
}
