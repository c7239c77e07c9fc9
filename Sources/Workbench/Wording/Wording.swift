public import CasesAPI
import CaseWire
import TerminalModel

/// Every text that speaks to people: what happened, what was kept, what to do next.
public enum Wording {
  /// A count with a comma at each thousand.
  ///
  /// - Parameter count: the count.
  /// - Returns: such as `30,000`.
  public static func grouped(_ count: Int) -> String {
    let digits = String(abs(count))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return count < 0 ? "-" + text : text
  }

  /// A count with its noun.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A field as people call it.
  ///
  /// - Parameter field: the field.
  /// - Returns: its name on the screen.
  public static func name(of field: CaseField) -> String {
    switch field {
    case .name: "Name"
    case .description: "Description"
    case .findings: "Findings"
    case .subject: "Subject"
    case .assignee: "Assignee"
    }
  }

  static func list(_ fields: some Collection<CaseField>) -> String {
    CaseForm.fields.filter(fields.contains).map(name).joined(separator: ", ")
  }

  /// What a draft is for, as people call it.
  static func name(of key: DraftKey) -> String {
    key.number.map { "#\($0)" } ?? "the new case"
  }

  // Panes
  static let zeroShowsAllOpen = "0 shows all open cases again"
  static let textsRendered = "Long texts are rendered; m shows them as written"
  static let textsAsWritten = "Long texts are shown as written; m renders them"
  static let pasteIgnored = "Pasted text was ignored: nothing here takes it"
  static func meansNothing(_ key: Key) -> String {
    "\(key.name) does nothing here; ? shows all keys"
  }
  static func notInList(_ number: CaseNumber) -> String {
    "#\(number) is not in this list any more; # opens it"
  }
  static func settled(_ number: CaseNumber, _ status: CaseStatus) -> String {
    "#\(number) is \(status.rawValue.lowercased()) and can never be changed again"
  }
  static func leavingOnceDone(_ work: [String]) -> String {
    "Leaving once this is done: \(work.joined(separator: ", ")). q asks to leave now"
  }

  // Drafts
  static let draftDropped = "The draft is dropped"
  static let noDraft = "This case has no draft"
  static let newCaseDraftTakenUp =
    "This is the new case you left"
  static func kept(_ key: DraftKey, _ ways: String) -> String {
    key == .newCase ? "Kept as draft; \(ways)" : "\(name(of: key)) kept as draft; \(ways)"
  }
  static func keptInDemo(_ key: DraftKey, _ ways: String) -> String {
    key == .newCase
      ? "Kept until the demo ends; \(ways)"
      : "\(name(of: key)) kept as draft until the demo ends; \(ways)"
  }
  static let newCaseGoesOn = "a takes it up again"
  static let draftGoesOn = "e takes it up again"
  static let draftGoesOnOrGoes = "e takes it up again, d drops it"
  /// The keys of the case under the cursor mean another one.
  static let draftIsFound = "w takes it up again"
  /// Why leaving would lose what was typed.
  ///
  /// - Parameter state: what the workbench knows.
  /// - Returns: a sentence without its full stop.
  public static func whyDraftsAreLost(_ state: WorkbenchState) -> String {
    state.draftTrouble ?? "A demo keeps nothing once it ends"
  }
  static func keptInMemoryOnly(_ reason: String) -> String {
    "Kept as draft until you quit only: \(reason)"
  }
  static func draftOfSettled(_ number: CaseNumber, _ status: CaseStatus) -> String {
    "\(settled(number, status)). This is the text that you kept; it cannot be saved there"
  }
  static func draftWithoutCase(_ error: CasesError) -> String {
    "\(text(error)) This is the text that you kept; it stays kept"
  }
  static func draftTakenUp(_ draft: Draft, in zone: Zone) -> String {
    "Your draft of \(TimeText.short(draft.changedAt, in: zone).trimmed) was taken up: "
      + list(draft.changedFields)
  }
  static func draftsFound(_ keys: [DraftKey]) -> String {
    let names = Set(keys.map(name)).sorted()
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return "\(counted(keys.count, "draft")) from before: \(shown); w shows all drafts"
  }

  // The user's own editor
  static let editorForLongTexts = "The editor is for description and findings"
  static let editorChangedNothing = "Nothing was changed in the editor"
  /// An editor emptied a text.
  public static let editorLeftNothing =
    "The editor left an empty file, so the text is as it was; empty the box here if that is meant"
  static let takenFromEditor = "Taken from the editor and kept as draft; ^S saves"
  /// The form from which a text was lent is not open any more.
  public static let editorFormGone =
    "The form is not open any more; what the editor wrote stays in its file, beside the drafts"
  static func editorFailed(_ reason: String) -> String {
    "\(reason). The text is as it was"
  }
  /// No process can be made for the editor.
  public static let editorNotStarted = "The editor cannot be started"
  /// An editor ended with an error, and its file holds something else than it was given.
  ///
  /// - Parameters:
  ///   - path: where the file stays.
  ///   - trouble: how the editor ended.
  /// - Returns: a sentence without its full stop.
  public static func editorLeft(_ path: String, _ trouble: String) -> String {
    "\(trouble); what it wrote stays in \(path)"
  }
  /// An editor has removed its file.
  public static let editorFileGone = "The editor has removed the file"
  /// The file of an editor that cannot be taken back.
  ///
  /// - Parameter path: where it lies.
  /// - Returns: a sentence without its full stop.
  public static func editorFileUnreadable(_ path: String) -> String {
    "What the editor wrote is no UTF-8, and stays in \(path)"
  }

  // Dialogs
  static let digitsOnly = "Only digits go in here; nothing was typed"
  static let numberWanted = "A case number is digits only"
  static let pathWanted = "Type where the file shall go"
  static let statusWanted = "Choose one status at least"
  static let dateWanted = "A date is 2026-10-26, or 7d for seven days ago"
  static let endBeforeStart = "This is before the start"
}
