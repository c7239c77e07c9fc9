/// What a list of cases is sorted by; the raw values are the words on the wire.
public enum CaseSortKey: String, Hashable, CaseIterable, Codable, Sendable {
  case number, name, status, createdAt, updatedAt, assigneeUsername, subjectUsername, archivalTime
}
