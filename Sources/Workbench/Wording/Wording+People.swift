import CasesAPI
import CaseWire

/// What is told about who looks after a case.
extension Wording {
  static let nameSomebody = "Type a user name, or choose one with ↓"

  static func chooseSomebody(_ begun: String, of count: Int) -> String {
    "\(count) names begin with “\(begun)”; choose one with ↓, or type on"
  }

  static func assigning(_ number: CaseNumber) -> String { "assigning #\(number)" }

  static func assigned(_ saved: Case) -> String {
    let name = FormTexts(saved).assignee
    return name.isEmpty
      ? "Nobody is assigned to #\(saved.number) now" : "#\(saved.number) is assigned to \(name)"
  }

  static func assignedMeanwhile(_ number: CaseNumber) -> String {
    "Somebody else assigned #\(number) meanwhile; nothing was sent. Esc, look, then A again"
  }

  static func notAssigned(_ number: CaseNumber, _ error: CasesError) -> String {
    "#\(number) was not assigned. \(text(error))"
  }

  static func assignedOrNot(_ number: CaseNumber, _ error: CasesError) -> String {
    "It is not known whether #\(number) was assigned; r shows what is stored. \(text(error))"
  }

  /// How much of a field is used and left, such as `12 of 50 · 38 left`.
  ///
  /// - Parameters:
  ///   - count: the length in Unicode scalar values.
  ///   - limit: the most the server takes, in the same unit.
  ///   - isShort: whether only what is left, or too much, is told.
  /// - Returns: the words.
  public static func usage(_ count: Int, of limit: Int, isShort: Bool = false) -> String {
    let rest =
      count > limit ? "\(grouped(count - limit)) over" : "\(grouped(limit - count)) left"
    return isShort ? rest : "\(grouped(count)) of \(grouped(limit)) · \(rest)"
  }
}
