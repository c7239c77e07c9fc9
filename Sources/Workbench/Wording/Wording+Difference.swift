import CaseWire
import CasesAPI

/// What is told about texts that differ, and about what others change meanwhile.
extension Wording {
  static let nothingToSend = "Nothing was changed; there is nothing to send"
}
