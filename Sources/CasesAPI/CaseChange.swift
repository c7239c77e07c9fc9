public import CaseWire

/// A change that a user wants made to a case: what it was started from, and what was written.
public struct CaseChange: Hashable, Codable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// The fields as they were when the user began.
  public let base: CaseContent
  /// The fields as the user left them.
  public let edited: CaseContent
  /// Whether the case shall be closed for ever by the same request.
  public let closes: Bool
  /// Fields in which the user's text may replace what somebody else wrote meanwhile.
  public let overruled: Set<CaseField>

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - number: the case.
  ///   - base: the fields as they were when the user began.
  ///   - edited: the fields as the user left them.
  ///   - closes: whether the case shall be closed for ever.
  ///   - overruled: fields in which the user's text may replace somebody else's.
  public init(
    _ number: CaseNumber, base: CaseContent, edited: CaseContent, closes: Bool = false,
    overruled: Set<CaseField> = []
  ) {
    self.number = number
    self.base = base
    self.edited = edited
    self.closes = closes
    self.overruled = overruled
  }
}
