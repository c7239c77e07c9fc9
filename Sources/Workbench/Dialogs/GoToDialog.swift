/// Asks for the number of a case that is to be opened.
public struct GoToDialog: Equatable, Sendable {
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// What is wrong with it.
  public var problem: String?
}
