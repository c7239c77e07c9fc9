/// What the archive of a case shall hold (Cases API contract, § 1, row 7).
public struct CaseArchiveParts: OptionSet, Hashable, Codable, Sendable {
  /// One bit a part.
  public let rawValue: Int

  /// Makes a set from its bits.
  ///
  /// - Parameter rawValue: one bit a part.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The summary as PDF.
  public static let summary = CaseArchiveParts(rawValue: 1)
  /// The file events as CSV.
  public static let fileEvents = CaseArchiveParts(rawValue: 2)
  /// The source files that were captured.
  public static let files = CaseArchiveParts(rawValue: 4)
  /// All of them.
  public static let all: CaseArchiveParts = [.summary, .fileEvents, .files]
}
