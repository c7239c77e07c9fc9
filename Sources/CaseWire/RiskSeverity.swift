/// How bad an event looks to the server; an unknown word is carried through.
public struct RiskSeverity: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a value from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// No indicator of risk.
  public static let noRisk = RiskSeverity(rawValue: "NO_RISK_INDICATED")
  /// Low risk.
  public static let low = RiskSeverity(rawValue: "LOW")
  /// Moderate risk.
  public static let moderate = RiskSeverity(rawValue: "MODERATE")
  /// High risk.
  public static let high = RiskSeverity(rawValue: "HIGH")
  /// Critical risk.
  public static let critical = RiskSeverity(rawValue: "CRITICAL")
}

extension RiskSeverity: CustomStringConvertible {
  /// The word on the wire.
  public var description: String { rawValue }
}
