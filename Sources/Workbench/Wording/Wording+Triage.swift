public import CaseWire

/// What is told in a triage session.
extension Wording {
  static let takingQueue = "taking the list as it stands"
  static let noQueue = "There are no cases here to go through"
  static let queueStands = "In a triage session the list stands still; T leaves the session"
  static let triageKept = "The session is kept; T goes on with it"
  static func triageNotRead(_ reason: String) -> String {
    "A triage session from before cannot be read: \(reason)"
  }
  static func triageNotKept(_ reason: String) -> String {
    "The triage session is not on disk: \(reason). It goes on until you quit"
  }
  static func queueCut(_ count: Int) -> String {
    "The first \(counted(count, "case")) of the list; T begins again after them"
  }
  static func putLast(_ number: CaseNumber) -> String { "#\(number) comes again at the end" }
  static let lastOfQueue = "This is the last one; the others are settled"

  /// The state of a session, for the title of the list.
  ///
  /// - Parameters:
  ///   - triage: the session.
  ///   - now: the present moment.
  /// - Returns: such as `11 done · 133 left · 4m`, then shorter ones for where room is short.
  public static func progress(_ triage: TriageState, at now: Timestamp) -> [String] {
    let running = max(0, now.microseconds - triage.watched.since.microseconds) / 1_000
    let total = triage.session.milliseconds + (triage.watched.number == nil ? 0 : running)
    let minutes = total / 60_000
    let time = minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h\(minutes % 60)m"
    let left = "\(grouped(triage.session.leftCount)) left · \(time)"
    return ["\(grouped(triage.session.settledCount)) done · \(left)", left, time]
  }
}
