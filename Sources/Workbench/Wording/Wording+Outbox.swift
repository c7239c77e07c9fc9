import CasesAPI
public import CaseWire

/// What is told before and after what can never be taken back.
extension Wording {
  /// Findings below this are called short, in Unicode scalar values.
  private static let shortFindings = 40

  static func findingsDemanded(_ count: Int) -> String {
    "Your rules want findings of \(counted(count, "character")) at least"
  }
  static let assigneeDemanded = "Your rules want an assignee"

  /// What will be fixed for good when a case is closed.
  ///
  /// - Parameters:
  ///   - dialog: the question.
  ///   - count: how many events the case has.
  ///   - zone: the zone of times.
  /// - Returns: the lines of the checklist from top to bottom.
  public static func checks(
    of dialog: CloseDialog, events count: EventCount, in zone: Zone
  ) -> [Check] {
    let texts = dialog.draft.texts
    let length = texts.findings.unicodeScalars.count
    var checks = dialog.violations.map { Check(.forbidden, $0) }
    switch length {
    case 0:
      checks.append(Check(.doubtful, "Findings   none, and none can be added later; e writes"))
    case 1..<shortFindings:
      checks.append(
        Check(.doubtful, "Findings   \(counted(length, "character")) only; e writes more"))
    default: checks.append(Check(.good, "Findings   \(counted(length, "character"))"))
    }
    checks.append(
      texts.assignee.isEmpty
        ? Check(.doubtful, "Assignee   nobody") : Check(.good, "Assignee   \(texts.assignee)"))
    if dialog.draft.isChanged {
      let fields = dialog.draft.changedFields.map(name).joined(separator: ", ")
      checks.append(Check(.doubtful, "Draft      \(fields): saved by the same change"))
    }
    if dialog.otherDraftCount > 0 {
      let drafts = counted(dialog.otherDraftCount, "further draft")
      checks.append(Check(.doubtful, "Not sent   \(drafts); e shows what is written there"))
    }
    checks.append(events(count, areExported: dialog.hasExportedEvents))
    if let archival = dialog.shown.summary.archivalTime {
      checks.append(
        Check(.doubtful, "Archived   events vanish \(TimeText.full(archival, in: zone))"))
    }
    return checks
  }

  /// What is lost for good when a case is deleted.
  ///
  /// - Parameters:
  ///   - dialog: the question.
  ///   - count: how many events the case has.
  /// - Returns: the lines of the checklist from top to bottom.
  public static func checks(of dialog: DeleteDialog, events count: EventCount) -> [Check] {
    var checks = [
      Check(.doubtful, "Texts      name, description and findings are gone")
    ]
    switch count {
    case .known(let count):
      checks.append(
        Check(.doubtful, "Events     \(counted(count, "event")) no longer held by this case"))
    case .asked, .unknown:
      checks.append(uncounted(count))
    }
    if dialog.hasDraft {
      checks.append(Check(.good, "Draft      stays on this machine, and can be read with e"))
    }
    return checks
  }

  private static func uncounted(_ count: EventCount) -> Check {
    Check(.doubtful, "Events     \(count == .asked ? "being counted…" : "not known how many")")
  }

  private static func events(_ count: EventCount, areExported: Bool) -> Check {
    guard case .known(let count) = count else { return uncounted(count) }
    if count == 0 { return Check(.good, "Events     none") }
    let events = "Events     \(grouped(count))"
    return areExported
      ? Check(.good, "\(events), exported")
      : Check(.doubtful, "\(events), not exported since you began")
  }

  static func typeTheNumber(_ number: CaseNumber) -> String {
    "Not sent: type \(number), or Esc"
  }
  static func typeTheNumberToDelete(_ number: CaseNumber) -> String {
    "Not sent: type \(number), or Esc"
  }
  static func mendFirst(_ violations: [String]) -> String {
    "Nothing was sent. \(violations.joined(separator: ". ")). e opens the form"
  }

  /// What waits in the outbox.
  ///
  /// - Parameters:
  ///   - items: what waits, the next one first.
  ///   - now: the present moment.
  /// - Returns: a sentence without its full stop; nil where nothing waits.
  public static func outbox(_ items: [OutboxItem], at now: Timestamp) -> String? {
    guard let next = items.first else { return nil }
    return "\(name(of: next)) in \(next.secondsLeft(at: now)) s\(more(after: items))"
  }

  /// What stands still in the outbox while it is asked about.
  ///
  /// - Parameter items: what waits, the next one first.
  /// - Returns: sentences; nil where nothing waits.
  public static func heldOutbox(_ items: [OutboxItem]) -> String? {
    guard let next = items.first else { return nil }
    return "\(name(of: next)) when it is sent\(more(after: items)). "
      + "Nothing is sent until you answer."
  }

  private static func more(after items: [OutboxItem]) -> String {
    items.count > 1 ? ", \(grouped(items.count - 1)) more after it" : ""
  }

  private static func name(of item: OutboxItem) -> String {
    switch item.order {
    case .close: "#\(item.number) closes for ever"
    case .delete: "#\(item.number) is deleted for ever"
    case .bulk(let order):
      order.act == .close
        ? "\(counted(order.cases.count, "case")) close for ever"
        : "\(counted(order.cases.count, "case")) are deleted for ever"
    }
  }

  static func notSentYet(_ order: OutboxOrder) -> String {
    let isClose =
      switch order {
      case .close: true
      case .delete: false
      case .bulk(let order): order.act == .close
      }
    return isClose ? "closing, not sent yet" : "deleting, not sent yet"
  }
  static let beingSent = "a change is being sent"

  static func unsent(_ item: OutboxItem) -> String {
    switch item.order {
    case .close: return "#\(item.number) is not closed"
    case .delete: return "#\(item.number) is not deleted"
    case .bulk(let order):
      let done = order.act == .close ? "closed" : "deleted"
      let cases = counted(order.cases.count, "case")
      return "\(cases) \(order.cases.count == 1 ? "is" : "are") not \(done)"
    }
  }
  static func unsentFound(_ sentences: [String]) -> String {
    "The last session ended before it was sent: \(sentences.joined(separator: ", "))"
  }

  static func perhapsUnsentFound(_ sentences: [String]) -> String {
    "The last session was cut off before it could be sent: "
      + "\(sentences.joined(separator: ", ")), as far as is known here"
  }

  static func takenBack(_ item: OutboxItem) -> String {
    switch item.order {
    case .close: "#\(item.number) stays open; nothing was sent"
    case .delete: "#\(item.number) stays; nothing was sent"
    case .bulk(let order):
      "\(counted(order.cases.count, "case")) stay as they are; nothing was sent"
    }
  }

  static func waitsInOutbox(_ number: CaseNumber) -> String {
    "#\(number) is about to be sent for ever; u takes it back first"
  }

  static func deleting(_ number: CaseNumber) -> String { "deleting #\(number)" }
  static func deleted(_ number: CaseNumber) -> String { "#\(number) is deleted for ever" }
  static func notDeleted(_ number: CaseNumber, _ error: CasesError) -> String {
    "#\(number) was not deleted. \(text(error))"
  }
  static func deletedOrNot(_ number: CaseNumber, _ error: CasesError) -> String {
    "It is not known whether #\(number) was deleted; # looks for it. \(text(error))"
  }
}
