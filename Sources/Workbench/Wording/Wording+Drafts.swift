import CaseWire

extension Wording {
  static let draftGone = "That draft is gone: it was saved or dropped elsewhere"

  /// What is asked before one of several drafts goes.
  public static let dropDraft = "Drop this draft for good?"
  /// What becomes of the other drafts.
  public static let draftsStay = "Those not taken up stay kept."

  static func draftElsewhere(_ key: DraftKey) -> String {
    "Another draft of \(name(of: key)) is kept by another workbench; Esc, then w shows it"
  }

  static let isEmpty = "(empty)"

  static func endsAfter(_ line: String) -> String { "ends after: \(line)" }

  static func notSetAside(_ reason: String) -> String {
    "Your text is not kept beside theirs: \(reason). ^_ brings it back"
  }

  static let noDraftAnywhere = "There is no draft: all that was written is saved or dropped"

  /// The title of the list of all drafts.
  ///
  /// - Parameter count: how many there are.
  /// - Returns: such as `3 drafts, not saved`.
  public static func allDrafts(_ count: Int) -> String { "\(counted(count, "draft")), not saved" }

  /// What a draft is for, such as `#17  Payroll archive`.
  ///
  /// - Parameter entry: the draft.
  /// - Returns: number and name, as the draft has it.
  public static func subject(of entry: DraftEntry) -> String {
    let named = entry.draft.texts.name.trimmed
    let name = named.isEmpty ? entry.draft.origin.name : named
    return entry.draft.key.number.map { "#\($0)  \(name)" } ?? "New case  \(name)"
  }

  /// The title of the question which draft is meant.
  ///
  /// - Parameter key: what the drafts are for.
  /// - Returns: such as `Drafts of #17`.
  public static func draftsOf(_ key: DraftKey) -> String { "Drafts of \(name(of: key))" }

  /// When a draft was written, in which fields, and how long it is.
  ///
  /// - Parameters:
  ///   - entry: the draft.
  ///   - zone: the zone of times.
  /// - Returns: such as `26 Oct 09:02 · Findings · 1,234 characters`.
  public static func standing(_ entry: DraftEntry, in zone: Zone) -> String {
    let count = entry.draft.texts[entry.field].unicodeScalars.count
    let fields = list(entry.draft.changedFields)
    let when = TimeText.short(entry.draft.changedAt, in: zone)
    return "\(when) · \(fields) · \(counted(count, "character"))"
  }
}
