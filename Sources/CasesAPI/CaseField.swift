/// The fields of a case that analysts write; the raw values are the names on the wire.
public enum CaseField: String, Hashable, CaseIterable, Codable, Sendable {
  case name, description, findings, subject, assignee
}
