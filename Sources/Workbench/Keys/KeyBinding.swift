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
  /// What the bottom line calls the keys.
  public let shortName: String

  init(
    _ command: Command, _ keys: [Key], in contexts: Set<KeyContext>, label: String?, help: String
  ) {
    self.command = command
    self.keys = keys
    self.contexts = contexts
    self.label = label
    self.help = help
    keyNames = keys.map(\.name).joined(separator: " ")
    // The two directions share one place in the bottom line.
    shortName = command == .moveDown ? "j/k" : keys.first?.name ?? ""
  }
}
