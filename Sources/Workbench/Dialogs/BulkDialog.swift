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
  }

  /// The cases, as they were seen when they were marked.
  public let cases: [CaseSummary]
  /// How many of them the list does not show.
  public let hiddenCount: Int
  /// How far the dialog is.
  public var stage = Stage.menu
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Which of the offered people is chosen.
  public var choice = PeopleChoice()
  /// Why it goes no further.
  public var problem: String?
  /// The first line of the report that is shown.
  public var scroll = 0

  /// Makes the dialog.
  ///
  /// - Parameters:
  ///   - cases: the marked cases.
  ///   - hiddenCount: how many of them the list does not show.
  init(_ cases: [CaseSummary], hiddenCount: Int) {
    self.cases = cases
    self.hiddenCount = hiddenCount
  }
}
