/// The keys of a query line, each followed by a colon and a value.
public enum QueryKey: String, Hashable, CaseIterable, Sendable {
  case status, assignee, assigned, subject, modifiedby, name, created, updated, sort

  /// The filter that names a person behind the key.
  var person: CaseQuery.PersonRole? {
    switch self {
    case .assignee: .assignee
    case .subject: .subject
    case .modifiedby: .lastModifiedBy
    case .status, .assigned, .name, .created, .updated, .sort: nil
    }
  }

  /// The values that can be told beforehand.
  var values: [String] {
    switch self {
    case .status: ["open", "closed", "archived", "all"]
    case .assignee: ["me", "none"]
    case .subject, .modifiedby: ["me"]
    case .assigned: ["yes", "no"]
    case .created, .updated: ["1d", "7d", "30d"]
    case .sort: QuerySort.words.flatMap { ["-\($0.word)", $0.word] }
    case .name: []
    }
  }
}
