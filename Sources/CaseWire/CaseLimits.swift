/// How long the texts of a case may be, in Unicode scalar values (Cases API contract, § 2 and § 8).
public enum CaseLimits {
  /// The longest name.
  public static let name = 50
  /// The longest description.
  public static let description = 250
  /// The longest findings.
  public static let findings = 30_000
  /// The most events in a case.
  public static let events = 10_000
}
