import CaseWire

/// What is asked before something follows.
extension Wording {
  static func closeTitle(_ number: CaseNumber) -> String { "Close #\(number) for ever" }
  static let closeWarning = "A closed case can never be opened or changed again."
  static func closePrompt(_ number: CaseNumber) -> String { "Type \(number) to close it: " }

  static func deleteTitle(_ number: CaseNumber) -> String { "Delete #\(number) for ever" }
  static let deleteWarning = "A deleted case can never be brought back."
  static func deletePrompt(_ number: CaseNumber) -> String { "Type \(number) to delete it: " }

  static func countPrompt(_ count: Int) -> String { "Type \(count), their count: " }
  static let alreadySo = "It is so already"

  /// What stands in the frame of a question about many cases.
  static func title(of act: BulkAct, _ count: Int) -> String {
    let cases = counted(count, "case")
    return switch act {
    case .assign: "Assign \(cases)"
    case .setSubject: "Set the subject of \(cases)"
    case .addEvents: "Add events to \(cases)"
    case .export: "Export \(cases)"
    case .close: "Close \(cases) for ever"
    case .delete: "Delete \(cases) for ever"
    }
  }

  /// What is known beforehand of many cases that stay as they are.
  ///
  /// - Parameters:
  ///   - act: what would be done.
  ///   - obstacles: how many of them are known to stay as they are.
  ///   - rules: what must be so before a case may be closed.
  /// - Returns: sentences.
  static func cautions(_ act: BulkAct, obstacles: Int, _ rules: CloseRules) -> [String] {
    var cautions: [String] = []
    switch obstacles {
    case 0: break
    case 1: cautions.append("One stays as it is, told first with the reason.")
    default: cautions.append("\(grouped(obstacles)) stay as they are, told first with the reason.")
    }
    if act == .close, rules.minimumFindings > 0 {
      cautions.append("Those with findings too short for your rules stay open.")
    }
    return cautions
  }

  /// What stands in the frame of a question.
  static func title(of dialog: ConfirmDialog) -> String {
    switch dialog.question {
    case .discardDraft: "Drop the draft"
    case .removeEvent(_, let number): "Take the event off #\(number)"
    case .resumeTriage: "Triage session"
    case .retrace(_, .undo): "Take a change back"
    case .retrace(_, .redo): "Make a change again"
    case .outboxWaits: "Leave"
    case .loseDrafts: "Leave and lose what was typed"
    case .leaveAnyway: "Leave now"
    }
  }

  /// What a question asks.
  static func question(of dialog: ConfirmDialog, _ state: WorkbenchState) -> String {
    switch dialog.question {
    case .discardDraft(let draft):
      let fields = draft.changedFields.map(name).joined(separator: ", ")
      return "What was written in \(fields) is lost. Drop it?"
    case .removeEvent(let event, let number):
      return
        "\(event.fileName ?? event.eventId.rawValue) is no longer evidence of #\(number) then. "
        + "Take it off?"
    case .resumeTriage(let session):
      return "A session of \(TimeText.full(session.startedAt, in: state.zone)) was left with "
        + "\(grouped(session.leftCount)) of \(grouped(session.entries.count)) cases to go."
    case .retrace(let step, let retrace):
      return question(step, retrace)
    case .outboxWaits:
      return heldOutbox(state.outbox) ?? ""
    case .loseDrafts:
      return "\(whyDraftsAreLost(state)). What was typed and not saved is lost. Leave?"
    case .leaveAnyway:
      return "Changes are still on their way. Texts are kept as drafts. Leave now?"
    }
  }

  /// The keys that answer a question, and what they mean.
  static func answers(to dialog: ConfirmDialog) -> [KeyHint] {
    switch dialog.question {
    case .resumeTriage:
      [KeyHint("y", "go on with it"), KeyHint("n", "begin anew"), KeyHint("Esc", "leave")]
    case .outboxWaits:
      [
        KeyHint("y", "send now and leave"), KeyHint("u", "take back and leave"),
        KeyHint("Esc", "stay"),
      ]
    case .discardDraft, .removeEvent, .retrace, .loseDrafts, .leaveAnyway:
      [KeyHint("y", "yes"), KeyHint("n", "no")]
    }
  }
}
