/// The identifier of a user, opaque text; real ones are digits beyond what a double holds.
public struct UserUID: RawRepresentable, Hashable, Codable, Sendable {
  /// The text as the server gave it.
  public let rawValue: String

  /// Makes a user identifier.
  ///
  /// - Parameter rawValue: the text as the server gave it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a user identifier.
  ///
  /// - Parameter rawValue: the text as the server gave it.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Reads text or a bare integer, digit for digit (Cases API guide, "Update an existing case").
  ///
  /// - Parameter decoder: where the identifier stands.
  /// - Throws: `DecodingError` for anything that is neither text nor a whole number of 64 bits.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.identifier("a user identifier"))
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

extension UserUID: CustomStringConvertible {
  /// The text as the server gave it.
  public var description: String { rawValue }
}
