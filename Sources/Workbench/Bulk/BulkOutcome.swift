public import CasesAPI

/// What became of one of many cases.
public enum BulkOutcome: Hashable, Codable, Sendable {
  /// Fields were to be changed, or the case to be closed.
  case saved(SaveOrder, SaveOutcome)
  /// Events were to be added.
  case eventsChanged(EventChange, EventChangeOutcome)
  /// A file was to be saved.
  case exported(ExportOrder, ExportOutcome)
  /// The case was to be deleted.
  case deleted(ChangeOutcome)
  /// The case could not be read, so nothing was sent.
  case notRead(CasesError)
  /// Somebody changed the case since it was marked, so it was not closed.
  case changedSince
  /// The case is not as the rules of closing want it, a sentence a rule.
  case violates([String])
}
