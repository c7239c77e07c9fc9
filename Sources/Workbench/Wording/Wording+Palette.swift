public import CaseWire

/// What is told in the palette.
extension Wording {
  static let noLastCase = "No case was opened before"
  static func openCase(_ number: CaseNumber, named name: String?) -> String {
    "Open #\(number)" + (name.map { "  \($0)" } ?? "")
  }
  static let offWithoutCase = "There is no case here"
  static let offUntilCome = "The case has not come yet; r fetches it"
  /// That a case is not there, and how to go on.
  ///
  /// - Parameter number: the case.
  /// - Returns: a sentence without its full stop.
  public static func noSuchCase(_ number: CaseNumber) -> String {
    "There is no case #\(number) on this server"
  }
  /// What stands where a case would, if there were one.
  ///
  /// - Parameter number: the case.
  /// - Returns: two sentences.
  public static func noSuchCaseHere(_ number: CaseNumber) -> String {
    "\(noSuchCase(number)). # opens another one, Esc goes back to the list."
  }
  /// What stands over a case that was deleted while it was shown.
  public static let isFromBefore = "It is not on the server any more; this is from before"
  static let offWithoutEvent = "There is no event here"
  static let offInTriage = "Not in a triage session: the list stands still there"
  static let offOutsideTriage = "Only in a triage session: T begins one"
  static let offWithoutDraft = "The case has no draft"
  static let offWithoutUndo = "Nothing was changed since you began"
  static func offSettled(_ status: CaseStatus) -> String {
    "The case is \(status.rawValue.lowercased()) and can never be changed again"
  }
}
