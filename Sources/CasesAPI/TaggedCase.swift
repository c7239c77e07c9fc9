public import CaseWire

/// A case with the name of the state in which it was read.
public struct TaggedCase: Hashable, Sendable {
  /// The case.
  public let value: Case
  /// The strong entity tag of that state; nil where the server gives none (RFC 9110, § 8.8.3).
  public let tag: String?

  /// Makes a case with its tag.
  ///
  /// - Parameters:
  ///   - value: the case.
  ///   - tag: the strong entity tag with its quotes, if there is one.
  public init(_ value: Case, tag: String?) {
    self.value = value
    self.tag = tag
  }
}
