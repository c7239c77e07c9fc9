/// What a run of rendered Markdown is, from which its look follows.
public struct MarkdownLook: OptionSet, Hashable, Codable, Sendable {
  /// One bit a property.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  ///
  /// - Parameter rawValue: one bit a property.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Emphasised.
  public static let emphasis = MarkdownLook(rawValue: 1)
  /// Strongly emphasised.
  public static let strong = MarkdownLook(rawValue: 2)
  /// Struck through.
  public static let struck = MarkdownLook(rawValue: 4)
  /// Code.
  public static let code = MarkdownLook(rawValue: 8)
  /// The words of a link or the description of a picture.
  public static let link = MarkdownLook(rawValue: 16)
  /// Where a link or a picture leads.
  public static let target = MarkdownLook(rawValue: 32)
  /// A heading.
  public static let heading = MarkdownLook(rawValue: 64)
  /// A heading of the first level.
  public static let title = MarkdownLook(rawValue: 128)
  /// A mark that the rendering sets: bullets, bars of quotes, lines of tables.
  public static let mark = MarkdownLook(rawValue: 256)
  /// Shown as it was written, since it has no form of its own: raw HTML, definitions of links.
  public static let asWritten = MarkdownLook(rawValue: 512)
}
