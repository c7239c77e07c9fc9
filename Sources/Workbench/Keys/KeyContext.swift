/// Where a key is pressed; each has its own bottom line.
public enum KeyContext: String, Hashable, CaseIterable, Codable, Sendable {
  case cases, detail, events, form

  /// The panes without a text box.
  public static let panes: Set<KeyContext> = [.cases, .detail, .events]
}
