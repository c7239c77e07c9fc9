/// The columns that a list can show beside number and name.
public enum ListColumn: String, Hashable, CaseIterable, Codable, Sendable {
  case assignee, subject, updated, changedBy, created, status, archival

  /// What the column is called.
  public var heading: String {
    switch self {
    case .assignee: "Assignee"
    case .subject: "Subject"
    case .updated: "Changed"
    case .changedBy: "By"
    case .created: "Created"
    case .status: "Status"
    case .archival: "Vanish"
    }
  }

  /// What the column shows, in a few words.
  public var help: String {
    switch self {
    case .assignee: "who is in charge"
    case .subject: "who is investigated"
    case .updated: "when it was changed last"
    case .changedBy: "who changed it last"
    case .created: "when it was created"
    case .status: "open, closed or archived"
    case .archival: "the time until its events vanish"
    }
  }

  /// Whether a moment stands in it, at its right edge.
  public var isTime: Bool {
    switch self {
    case .updated, .created, .archival: true
    case .assignee, .subject, .changedBy, .status: false
    }
  }
}
