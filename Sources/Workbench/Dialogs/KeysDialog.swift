/// The list of all keys, which can be searched.
public struct KeysDialog: Equatable, Sendable {
  /// The first line that is shown.
  public var scroll = 0
  /// What is looked for.
  public var input = TextEditor("", isMultiline: false)
  /// Whether it is being typed.
  public var isTyping = false
  /// The line of the key that was found.
  public internal(set) var found: Int?
  /// The line from which on is looked.
  var origin = 0

  /// Opens the list.
  public init() {}
}
