import CaseWire
import CasesAPI

/// What is told about how cases changed.
extension Wording {
  static let noLastSession = "This is the first session here, so nothing can have changed since one"
  static let newSince = "new"
  static let events = "events"
  static let changedUnseen = "changed; not seen before from here"
  static let byUnknown = "by whom is not known"
  /// What became of a case for ever.
  static func text(_ ending: Ending) -> String {
    switch ending {
    case .deleted: "deleted"
    case .archived: "archived"
    case .closed: "closed"
    }
  }
  static let caseIsGone = "It is deleted, so there is nothing to open"
  static let lookingForChanges = "looking for what changed"
  static func remembered(_ seen: SeenCase, in zone: Zone) -> String {
    "#\(seen.value.number) as it was seen here "
      + "\(TimeText.full(seen.seenAt, in: zone)); the server could not be asked"
  }
  /// Who is not known.
  public static let somebody = "somebody"

  /// A field that no form has, as people call it.
  static func name(ofWireField field: String) -> String { field == "status" ? "Status" : field }

  // The history of a case
  /// What a history is called, over its changes.
  ///
  /// - Parameter dialog: the history.
  /// - Returns: the case, and where the history comes from.
  public static func title(of dialog: HistoryDialog) -> String {
    let title = "History of #\(dialog.number)"
    return dialog.source == .server ? title : "\(title), as seen from here"
  }

  /// A change in a few words, such as `Findings, Assignee, 3 events added`.
  ///
  /// - Parameter item: the change.
  /// - Returns: what it changed.
  public static func what(_ item: HistoryItem) -> String {
    switch item.origin {
    case .made: return "created"
    case .seenFirst: return "seen first"
    case .changed, .seen:
      let parts =
        item.changes.map(\.name)
        + (item.added.isEmpty ? [] : [eventsAdded(item.added.count)])
        + (item.removed.isEmpty ? [] : [eventsRemoved(item.removed.count)])
      return parts.isEmpty ? nothingTold(of: item) : parts.joined(separator: ", ")
    }
  }

  static func eventsAdded(_ count: Int) -> String { "\(counted(count, "event")) added" }
  static func eventsRemoved(_ count: Int) -> String { "\(counted(count, "event")) taken off" }
  static func nothingTold(of item: HistoryItem) -> String {
    switch item.origin {
    case .seenFirst: "what it was before was not seen"
    case .seen: "events, or what is not shown here"
    case .made, .changed: "nothing that this version knows"
    }
  }

  /// When a case was seen so, and what is not known about it.
  static func seenOnly(_ item: HistoryItem, in zone: Zone) -> String {
    let seen = "Seen so from \(TimeText.full(item.time, in: zone)) on"
    guard let lastChange = item.lastChange else { return seen }
    return "\(seen); changed last \(TimeText.full(lastChange, in: zone)) "
      + "by \(item.who ?? somebody). Others may have changed more in between."
  }

  /// Why a history is no more than what was seen from here; nil where the server tells it.
  static func reason(of source: HistorySource) -> String? {
    guard case .seen(let error) = source else { return nil }
    return source.isWithoutHistory
      ? "The server tells no history of this case." : "\(text(error))"
  }

  /// What is told where there is no change at all.
  ///
  /// - Parameters:
  ///   - dialog: the history.
  ///   - keepsCache: whether cases are kept on this machine as they were seen.
  /// - Returns: a sentence or two.
  public static func nothing(in dialog: HistoryDialog, keepsCache: Bool) -> String {
    guard let reason = reason(of: dialog.source) else {
      return "Nothing was changed since this server keeps histories."
    }
    let seen =
      keepsCache
      ? "It was not seen from this machine before either."
      : "What was seen from this machine is not kept; the settings say so."
    return "\(reason) \(seen)"
  }

  static func side(_ view: HistoryDialog.View) -> String {
    switch view {
    case .changes: "what changed"
    case .before: "the earlier text"
    case .after: "the later text"
    }
  }

  static let emptyText = "nothing"
  static let emptyNotCopied = "The text is empty; nothing was copied"
  static let noTextHere = "This change has no text; choose another one"
  static func notInForm(_ name: String) -> String {
    "\(name) is not written in the form, so it cannot be put back there"
  }
  static func openFirst(_ number: CaseNumber) -> String {
    "#\(number) is not shown any more; open it first"
  }
  static func isInCase(_ field: CaseField) -> String {
    "The case has this text as \(name(of: field).lowercased()) already; your draft is left as it is"
  }
  static func isInForm(_ field: CaseField) -> String {
    "The form has this text as \(name(of: field).lowercased()) already"
  }
  static func restored(_ field: CaseField, besideDraft isBeside: Bool) -> String {
    let beside = isBeside ? "; your draft stays beside it" : ""
    return "Earlier \(name(of: field).lowercased()), not saved yet: ^S saves, ^_ takes it back"
      + beside
  }
}
