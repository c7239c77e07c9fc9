import CasesAPI
import CaseWire

/// What is told about taking changes back.
extension Wording {
  /// Characters of old and new values for which there is room in a question.
  private static let mostOfValues = 140

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
    switch step {
    case .fields(let draft): question(draft, retrace)
    case .events(let change):
      switch change.kind {
      case .add: "Add \(counted(change.events.count, "event")) to #\(change.number) again?"
      case .remove: "Take \(counted(change.events.count, "event")) off #\(change.number) again?"
      }
    case .many(let change): question(change, retrace)
    }
  }

  /// The old and the new value are told where they are short; a long text is only named.
  private static func question(_ draft: Draft, _ retrace: Retrace) -> String {
    let verb = retrace == .undo ? "Take back" : "Make again"
    let when = retrace == .undo ? "as before your last change" : "as you had changed it"
    let fields = draft.changedFields
    let name = name(of: draft.key)
    let short = fields.filter { !CaseForm.isMultiline($0) }
    let values = short.map { field in
      "\(Wording.name(of: field)) \(value(draft.origin[field], of: field)) → "
        + value(draft.texts[field], of: field)
    }.joined(separator: ", ")
    guard values.count <= mostOfValues else { return "\(list(fields)) of \(name) \(when)?" }
    if short.count == fields.count { return "\(verb) on \(name): \(values)?" }
    let told = values.isEmpty ? "" : " \(values)."
    return "\(list(fields)) of \(name) \(when)?\(told)"
  }

  private static func value(_ text: String, of field: CaseField) -> String {
    if text.isEmpty { return field.isPerson ? AssignDialog.nobody : "nothing" }
    return field.isPerson ? text : "“\(text)”"
  }

  private static func question(_ change: BulkChange, _ retrace: Retrace) -> String {
    let cases = counted(change.cases.count, "case")
    let what =
      switch change.act {
      case .assign(""): "the removal of the assignee from \(cases)"
      case .assign(let name): "the assignment of \(cases) to \(name)"
      case .setSubject(""): "the removal of the subject from \(cases)"
      case .setSubject(let name): "the choice of \(name) as the subject of \(cases)"
      case .addEvents(let events):
        "the addition of \(counted(events.count, "event")) to \(cases)"
      case .export, .close, .delete: "the change of \(cases)"
      }
    return switch retrace {
    case .undo: "Take back \(what)? Each gets what it had before."
    case .redo: "Make \(what) again?"
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
