public import CaseWire
import CasesAPI

/// A change that was made and can be taken back: what is to be sent for that.
public enum UndoStep: Equatable, Sendable {
  /// Fields of a case get the texts they had.
  case fields(Draft)
  /// Events are taken off again, or added again.
  case events(EventChange)
  /// What was done to many cases is taken back from each.
  case many(BulkChange)

  /// The cases.
  public var numbers: [CaseNumber] {
    switch self {
    case .fields(let draft): [draft.key.number].compactMap(\.self)
    case .events(let change): [change.number]
    case .many(let change): change.cases.map(\.number)
    }
  }

  /// The step without a case that can never be changed again; nil where nothing is left of it.
  func without(_ number: CaseNumber) -> UndoStep? {
    guard numbers.contains(number) else { return self }
    guard case .many(var change) = self else { return nil }
    change.forget(number)
    return change.cases.isEmpty ? nil : .many(change)
  }

  /// The step that takes a change of fields back.
  ///
  /// It starts from the texts as they were sent, so that what somebody else wrote into the same
  /// field meanwhile is merged or told, never overwritten. There is none where nothing was changed.
  ///
  /// - Parameters:
  ///   - draft: what was sent, and what it was started from.
  ///   - stored: the case as the server keeps it now.
  init?(takingBack draft: Draft, storedAs stored: Case) {
    let changed = draft.changedFields
    guard !changed.isEmpty else { return nil }
    let (base, origin) = draft.start(of: changed, storedAs: stored)
    var texts = origin
    for field in changed { texts[field] = draft.origin[field] }
    self = .fields(
      Draft(draft.key, base: base, origin: origin, texts: texts, changedAt: draft.changedAt))
  }
}
