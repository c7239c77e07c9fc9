/// What is told about query lines.
extension Wording {
  static func unknownQueryKey(_ word: String, _ known: String) -> String {
    "“\(word):” is no key; there are \(known)"
  }
  static let yesOrNo = "yes or no"
  /// That nobody knows who works here, and how to tell it.
  public static let whoIsMe =
    "Who “me” is is not known; set user in the profile, or CASEWORKBENCH_USER"
  static let statusWordWanted = "open, closed, archived or all; with commas for several"
  static func sortWanted(_ words: String) -> String {
    "\(words); a hyphen first lets the last come first"
  }
  static let spanWanted =
    "A day such as 2026-10-26, a span such as 2026-10-01..2026-10-31, or 7d, 12h"
  static func severalPeople(_ name: String, _ people: [String]) -> String {
    "“\(name)” begins several names: \(people.prefix(3).joined(separator: ", "))"
      + (people.count > 3 ? ", …" : "")
  }
  static let mendLine = "The list is as before; mend what is marked, or Esc"
}
