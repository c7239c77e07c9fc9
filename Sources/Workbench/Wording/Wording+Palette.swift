import CaseWire

/// What is told in the palette.
extension Wording {
  static let noLastCase = "No case was opened before"
  static func openCase(_ number: CaseNumber, named name: String?) -> String {
    "Open #\(number)" + (name.map { "  \($0)" } ?? "")
  }
  static let offWithoutCase = "There is no case here"
  static let offWithoutEvent = "There is no event here"
  static let offInTriage = "Not in a triage session: the list stands still there"
  static let offOutsideTriage = "Only in a triage session: T begins one"
  static let offWithoutDraft = "The case has no draft"
  static let offWithoutUndo = "Nothing was changed since you began"
  static func offSettled(_ status: CaseStatus) -> String {
    "The case is \(status.rawValue.lowercased()) and can never be changed again"
  }
}
