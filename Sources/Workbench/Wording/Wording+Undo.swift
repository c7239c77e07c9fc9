import CasesAPI
import CaseWire

/// What is told about taking changes back.
extension Wording {
  static func nothingTo(_ retrace: Retrace) -> String {
    switch retrace {
    case .undo: "Nothing was changed since you began, so there is nothing to take back"
    case .redo: "Nothing was taken back, so there is nothing to make again"
    }
  }

  static func draftBefore(_ retrace: Retrace, _ number: CaseNumber) -> String {
    "#\(number) has a draft; save or drop it first, then \(retrace == .undo ? "u" : "U")"
  }

  static func beingChanged(_ number: CaseNumber) -> String {
    "#\(number) is being changed; wait until that is done"
  }

  /// The question whether a change is to be taken back or made again.
  ///
  /// - Parameters:
  ///   - step: what would be sent.
  ///   - retrace: whether it is taken back or made again.
  /// - Returns: a sentence.
  public static func question(_ step: UndoStep, _ retrace: Retrace) -> String {
    switch (step, retrace) {
    case (.fields(let draft), .undo):
      "\(list(draft.changedFields)) of \(name(of: draft.key)) as before your last change?"
    case (.fields(let draft), .redo):
      "\(list(draft.changedFields)) of \(name(of: draft.key)) as you had changed it?"
    case (.events(let change), _):
      switch change.kind {
      case .add: "Add \(counted(change.events.count, "event")) to #\(change.number) again?"
      case .remove: "Take \(counted(change.events.count, "event")) off #\(change.number) again?"
      }
    }
  }

  static func retraced(_ draft: Draft, _ retrace: Retrace) -> String {
    let fields = "\(list(draft.changedFields)) of \(name(of: draft.key))"
    return switch retrace {
    case .undo: "\(fields): as before your change; U makes it again"
    case .redo: "\(fields): changed again"
    }
  }

  static func notRetraced(_ retrace: Retrace, _ draft: Draft, _ reason: String) -> String {
    "\(name(of: draft.key)) is as it was, nothing was \(verb(retrace)). \(reason)"
  }

  static func notRetraced(
    _ retrace: Retrace, _ latest: Case, _ fields: Set<CaseField>
  ) -> String {
    "\(changedMeanwhile(latest, fields)), so nothing was \(verb(retrace)); e edits"
  }

  private static func verb(_ retrace: Retrace) -> String {
    retrace == .undo ? "taken back" : "made again"
  }
}
