public import TerminalModel

/// One line of the key map: keys, what they do, where, and how that is told.
public struct KeyBinding: Hashable, Sendable {
  /// What the keys do.
  public let command: Command
  /// The keys, the one to tell first.
  public let keys: [Key]
  /// Where the keys do it.
  public let contexts: Set<KeyContext>
  /// One or two words for the bottom line; nil keeps it out of there.
  public let label: String?
  /// A sentence for the list of all keys.
  public let help: String

  /// The keys as people read them.
  public var keyNames: String { keys.map(\.name).joined(separator: " ") }
}
