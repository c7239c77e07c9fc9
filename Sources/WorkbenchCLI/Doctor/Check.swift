/// One thing that was looked at, and what was found.
struct Check: Equatable, Sendable {
  /// What was found.
  enum Finding: Equatable, Sendable {
    /// It works; the text says how.
    case good(String)
    /// It works, but something may come to be missed; the advice says what to do.
    case doubtful(String, advice: String)
    /// It fails; the advice says what to try.
    case bad(String, advice: String)
    /// It was not looked at; the text says why.
    case passedOver(String)
  }

  /// What was looked at, in one or two words.
  let title: String
  /// What was found.
  let finding: Finding

  init(_ title: String, _ finding: Finding) {
    self.title = title
    self.finding = finding
  }

  /// Whether it fails.
  var isBad: Bool { if case .bad = finding { true } else { false } }

  /// The lines of a report.
  ///
  /// - Parameter width: the cells of the column of titles.
  /// - Returns: one line, or two where there is advice.
  func lines(_ width: Int) -> [String] {
    let head = title + String(repeating: " ", count: max(0, width - title.count))
    let indent = String(repeating: " ", count: width + 9)
    return switch finding {
    case .good(let text): ["\(head)  ok     \(text.printable)"]
    case .doubtful(let text, let advice): ["\(head)  maybe  \(text.printable)", indent + advice]
    case .bad(let text, let advice): ["\(head)  FAILS  \(text.printable)", indent + advice]
    case .passedOver(let text): ["\(head)  -      \(text.printable)"]
    }
  }
}
