public import CaseWire

/// A case that changed since the last session.
public struct ShiftEntry: Hashable, Codable, Sendable {
  /// The case as it is now.
  public let value: Case
  /// The case as it was seen last before, on this machine; nil where it was not.
  public let before: Case?

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - value: the case as it is now.
  ///   - before: the case as it was seen last before.
  public init(_ value: Case, before: Case?) {
    self.value = value
    self.before = before
  }
}
