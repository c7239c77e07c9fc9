/// Where a case stands; a word that this version does not know is carried through.
public struct CaseStatus: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a value from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The case is worked on.
  public static let open = CaseStatus(rawValue: "OPEN")
  /// The case is settled and can never be opened or changed again.
  public static let closed = CaseStatus(rawValue: "CLOSED")
  /// The case is settled and its events and files are gone for good.
  public static let archived = CaseStatus(rawValue: "ARCHIVED")
}

extension CaseStatus {
  /// Reads a word; a null is a status without a word.
  ///
  /// - Parameter decoder: where the word stands.
  /// - Throws: `DecodingError` when there is neither.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self.init(rawValue: container.decodeNil() ? "" : try container.decode(String.self))
  }

  /// Writes the word; a status without a word goes back as the null that it came as.
  ///
  /// - Parameter encoder: where the word goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if rawValue.isEmpty { try container.encodeNil() } else { try container.encode(rawValue) }
  }
}

extension CaseStatus: CustomStringConvertible {
  /// The word on the wire.
  public var description: String { rawValue }
}
