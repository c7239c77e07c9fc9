/// The number by which a case is known; never given twice.
public struct CaseNumber: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// The number on the wire, a 64-bit integer.
  public let rawValue: Int64

  /// Makes a case number.
  ///
  /// - Parameter rawValue: the number on the wire.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Makes a case number.
  ///
  /// - Parameter rawValue: the number on the wire.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// Orders cases by number.
  public static func < (left: CaseNumber, right: CaseNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension CaseNumber: CustomStringConvertible {
  /// The digits alone, as typed by people and written in paths.
  public var description: String { String(rawValue) }
}

extension CaseNumber {
  /// Reads a number, also from text: some proxies and older servers quote it.
  ///
  /// - Parameter decoder: where the number stands.
  /// - Throws: `DecodingError` when there is neither an integer nor its digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      self.init(number)
    } else if let text = try? container.decode(String.self), let number = Int64(text) {
      self.init(number)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a case number must be an integer")
    }
  }

  /// Writes the number as an integer.
  ///
  /// - Parameter encoder: where the number goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
