public import CaseWire

/// What a draft is for.
public enum DraftKey: Hashable, Codable, Sendable {
  /// A case that does not exist yet.
  case newCase
  /// A case that exists.
  case existing(CaseNumber)

  /// The case, if it exists.
  public var number: CaseNumber? {
    if case .existing(let number) = self { return number }
    return nil
  }

  /// The name under which the draft is kept in a folder.
  public var fileName: String {
    switch self {
    case .newCase: "new-case"
    case .existing(let number): "case-\(number)"
    }
  }
}
