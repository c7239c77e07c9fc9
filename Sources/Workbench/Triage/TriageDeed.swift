public import CasesAPI

/// Something that was done to a case in a triage session.
public enum TriageDeed: Hashable, Codable, Sendable {
  /// Fields were changed.
  case saved([CaseField])
  /// Events were added.
  case eventsAdded(Int)
  /// Events were taken off.
  case eventsRemoved(Int)
  /// A file was saved.
  case exported(ExportKind)
  /// The case was closed for ever.
  case closed
  /// The case was deleted for ever.
  case deleted
  /// The case was put at the end of the queue.
  case later
}
