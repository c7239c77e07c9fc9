/// The identifier of a file event, opaque text that may hold any character.
public struct EventID: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a value from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an identifier.
  ///
  /// - Parameter rawValue: the text on the wire.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension EventID: CustomStringConvertible {
  /// The word on the wire.
  public var description: String { rawValue }
}
