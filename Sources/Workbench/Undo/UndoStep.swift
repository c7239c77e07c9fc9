public import CaseWire
import CasesAPI

/// A change that was made and can be taken back: what is to be sent for that.
public enum UndoStep: Equatable, Sendable {
  /// Fields of a case get the texts they had.
  case fields(Draft)
  /// Events are taken off again, or added again.
  case events(EventChange)

  /// The case.
  public var number: CaseNumber? {
    switch self {
    case .fields(let draft): draft.key.number
    case .events(let change): change.number
    }
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
