public import CaseWire

extension CaseContent {
  /// The text of a field; a blank field is nil, whether it is an empty text or none.
  ///
  /// - Parameter field: which field.
  public subscript(field: CaseField) -> String? {
    let text =
      switch field {
      case .name: name
      case .description: description
      case .findings: findings
      case .subject: subject?.rawValue
      case .assignee: assignee?.rawValue
      }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Puts a text into a field.
  ///
  /// - Parameters:
  ///   - text: the text; nil leaves the field blank, a name empty.
  ///   - field: which field.
  public mutating func put(_ text: String?, into field: CaseField) {
    switch field {
    case .name: name = text ?? ""
    case .description: description = text
    case .findings: findings = text
    case .subject: subject = text.map { UserUID($0) }
    case .assignee: assignee = text.map { UserUID($0) }
    }
  }

  /// The fields in which two contents differ; blank is blank, be it null or an empty text.
  ///
  /// - Parameter other: what to compare with.
  /// - Returns: the fields that differ.
  public func differences(from other: CaseContent) -> Set<CaseField> {
    Set(CaseField.allCases.filter { self[$0] != other[$0] })
  }
}
