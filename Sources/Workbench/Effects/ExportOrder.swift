public import CaseWire

/// A file that is to be fetched and saved.
public struct ExportOrder: Hashable, Codable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// What of it.
  public let kind: ExportKind
  /// Where to, as typed.
  public let path: String
  /// Whether a file that is there may be replaced.
  public let replacing: Bool

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - number: the case.
  ///   - kind: what of it.
  ///   - path: where to, as typed.
  ///   - replacing: whether a file that is there may be replaced.
  public init(number: CaseNumber, kind: ExportKind, path: String, replacing: Bool) {
    self.number = number
    self.kind = kind
    self.path = path
    self.replacing = replacing
  }
}
