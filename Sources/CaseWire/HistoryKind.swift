/// What happened to a case; a word that this version does not know is carried through.
public struct HistoryKind: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a value from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The case was made.
  public static let created = HistoryKind(rawValue: "CREATED")
  /// Fields or events of the case were changed.
  public static let changed = HistoryKind(rawValue: "CHANGED")
}
