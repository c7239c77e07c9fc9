/// The three panes, in the order of the Tab key.
public enum Pane: String, Hashable, CaseIterable, Codable, Sendable {
  /// The list of cases.
  case cases
  /// One case.
  case detail
  /// The file events of that case.
  case events
}
