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

extension EventID {
  /// Reads text or a bare integer.
  ///
  /// - Parameter decoder: where the identifier stands.
  /// - Throws: `DecodingError` for anything that is neither text nor a whole number of 64 bits.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.identifier("an event identifier"))
  }

  /// Writes the identifier as text.
  ///
  /// - Parameter encoder: where the identifier goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension EventID: CustomStringConvertible {
  /// The word on the wire.
  public var description: String { rawValue }
}
