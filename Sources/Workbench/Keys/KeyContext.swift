/// Where a key is pressed; each has its own bottom line.
public enum KeyContext: String, Hashable, CaseIterable, Codable, Sendable {
  case cases, detail, events, form, dialogs

  /// The heading of its keys.
  public var title: String {
    switch self {
    case .cases: "In the list of cases"
    case .detail: "In the case"
    case .events: "In the events"
    case .form: "In the form"
    case .dialogs: "In dialogs"
    }
  }

  /// The panes without a text box.
  public static let panes: Set<KeyContext> = [.cases, .detail, .events]
}
