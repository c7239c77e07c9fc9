/// How a cell looks, in six bytes.
///
/// Colours are those of the terminal's palette, so that the user's own theme holds.
public struct Style: Hashable, Sendable {
  /// How the character is drawn.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    ///
    /// - Parameter rawValue: one bit an attribute.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Faint, for what is secondary.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted.
    public static let italic = Attributes(rawValue: 16)
  }

  /// The colour of the character: 0 to 255 of the palette, or −1 for the terminal's own.
  public var foreground: Int16
  /// The colour behind it: 0 to 255 of the palette, or −1 for the terminal's own.
  public var background: Int16
  /// How the character is drawn.
  public var attributes: Attributes

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - foreground: the colour of the character, −1 to 255.
  ///   - background: the colour behind it, −1 to 255.
  ///   - attributes: how the character is drawn.
  public init(foreground: Int16 = -1, background: Int16 = -1, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, nothing added.
  public static let plain = Style()
}
