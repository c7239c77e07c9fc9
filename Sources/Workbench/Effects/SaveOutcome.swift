public import CasesAPI
import CaseWire

/// What became of a change that was to be sent.
public enum SaveOutcome: Hashable, Codable, Sendable {
  /// Nothing was sent, since nobody has a user name that was typed.
  case personUnknown(CaseField, String)
  /// Nothing was sent, since user names could not be looked up.
  case peopleNotFound(CasesError)
  /// The case was to be changed.
  case change(CaseSaveOutcome)
  /// The case was to be made.
  case creation(CaseCreateOutcome)

  /// Whether the server has, or may have, changed or made the case.
  var mayHaveChanged: Bool {
    switch self {
    case .personUnknown, .peopleNotFound, .change(.unchanged), .change(.conflict),
      .change(.failed), .creation(.failed):
      false
    case .change(.saved), .change(.settled), .change(.unknown), .creation(.created),
      .creation(.unknown):
      true
    }
  }
}
