public import CaseWire

/// One line of the palette.
public struct PaletteEntry: Equatable, Sendable {
  /// What it does.
  public enum Deed: Equatable, Sendable {
    /// A command is carried out.
    case perform(Command)
    /// A case is opened.
    case open(CaseNumber)
  }

  /// What it does.
  public let deed: Deed
  /// What it is called.
  public let title: String
  /// The keys that do the same; empty for none.
  public let keys: String
  /// Why it cannot be done now; nil where it can.
  public let reasonOff: String?
}
