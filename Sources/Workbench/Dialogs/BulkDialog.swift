public import CaseWire

/// Doing something to the marked cases: what, with which words, and whether it is really meant.
public struct BulkDialog: Equatable, Sendable {
  /// How far the dialog is.
  public enum Stage: Equatable, Sendable {
    /// What is to be done.
    case menu
    /// The words that it wants: a name, identifiers, or a folder.
    case words(BulkKind)
    /// Whether it is meant.
    case confirm(BulkAct)
    /// It is under way, or done.
    case run

    /// Whether it is asked if it is meant.
    var isQuestion: Bool { if case .confirm = self { true } else { false } }
  }

  /// The cases, as they were seen when they were marked.
  public let cases: [CaseSummary]
  /// How many of them the list does not show.
  public let hiddenCount: Int
  /// How far the dialog is.
  public internal(set) var stage = Stage.menu
  /// The stages that led there, to go back to.
  private var earlier: [Stage] = []
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Which of the offered people is chosen.
  public var choice = PeopleChoice()
  /// Why it goes no further.
  public var problem: String?
  /// The first line of the question or the report that is shown.
  public internal(set) var scroll = 0

  /// Makes the dialog.
  ///
  /// - Parameters:
  ///   - cases: the marked cases.
  ///   - hiddenCount: how many of them the list does not show.
  init(_ cases: [CaseSummary], hiddenCount: Int) {
    self.cases = cases
    self.hiddenCount = hiddenCount
  }

  /// Goes on to a stage.
  mutating func go(to next: Stage) {
    earlier.append(stage)
    stage = next
    scroll = 0
  }

  /// Goes back to the stage before; what was typed for a name or a folder stays.
  ///
  /// - Returns: whether there is one.
  mutating func goBack() -> Bool {
    guard let last = earlier.popLast() else { return false }
    if last == .menu {
      input = TextEditor("", isMultiline: false)
      choice = PeopleChoice()
    }
    stage = last
    problem = nil
    return true
  }
}
