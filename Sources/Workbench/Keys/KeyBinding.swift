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
  public let keyNames: String

  /// Binds keys.
  ///
  /// - Parameters:
  ///   - command: what they do.
  ///   - keys: the keys, the one to tell first.
  ///   - contexts: where they do it.
  ///   - label: one or two words for the bottom line; nil keeps it out of there.
  ///   - help: a sentence for the list of all keys.
  public init(
    _ command: Command, _ keys: [Key], in contexts: Set<KeyContext>, label: String?, help: String
  ) {
    self.command = command
    self.keys = keys
    self.contexts = contexts
    self.label = label
    self.help = help
    keyNames = keys.map(\.name).joined(separator: " ")
  }
}
