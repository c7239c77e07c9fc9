/// The fields of the filter, in the order of the Tab key.
public enum FilterField: String, Hashable, CaseIterable, Codable, Sendable {
  case status, name, assignee, subject, lastModifiedBy, createdFrom, createdTo, updatedFrom,
    updatedTo

  /// The name of the field on the screen.
  public var label: String {
    switch self {
    case .status: "Status"
    case .name: "Name has"
    case .assignee: "Assignee"
    case .subject: "Subject"
    case .lastModifiedBy: "Changed by"
    case .createdFrom: "Created from"
    case .createdTo: "Created to"
    case .updatedFrom: "Changed from"
    case .updatedTo: "Changed to"
    }
  }

  /// The person that the field names.
  var person: CaseQuery.PersonRole? {
    switch self {
    case .assignee: .assignee
    case .subject: .subject
    case .lastModifiedBy: .lastModifiedBy
    default: nil
    }
  }
}
