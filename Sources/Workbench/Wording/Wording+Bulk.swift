import CasesAPI
import CaseWire

/// What is told about many cases at once.
extension Wording {
  static let nothingMarked = "Nothing is marked: Space marks a case, v a range, * all of the list"
  static let rangeBegun = "A range begins here; v at its end marks all of it, Esc none"
  static let hasDraft = "It has an unsaved draft; save or drop it first"
  static let marksGone = "Marks are gone"
  static let markingAll = "marking all of the list"
  static func markedFirst(_ count: Int) -> String {
    "Only the first \(counted(count, "case")) of the list are marked"
  }
  static let bulkRuns = "Many cases are being changed already; b shows how far that is"
  static let bulkWordsWanted = "Type something first"
  static func typeTheCount(_ count: Int) -> String {
    "Not sent: type \(count), or Esc"
  }

  /// How many cases are marked, and how many of them the list does not show.
  ///
  /// - Parameter state: the workbench.
  /// - Returns: such as `10 marked, 9 hidden`; nil where none is.
  public static func marked(_ state: WorkbenchState) -> String? {
    guard !state.marks.isEmpty else { return nil }
    let hidden = state.hiddenMarks ?? 0
    return "\(grouped(state.marks.count)) marked"
      + (hidden > 0 ? ", \(grouped(hidden)) hidden" : "")
  }

  /// What a choice does.
  ///
  /// - Parameter kind: the choice.
  /// - Returns: a few words.
  public static func choice(_ kind: BulkKind) -> String {
    switch kind {
    case .assign: "assign to somebody or nobody"
    case .setSubject: "set the subject"
    case .addEvents: "add events by their ids"
    case .exportSummaries: "export summaries, a PDF each"
    case .exportEvents: "export file events, a CSV each"
    case .close: "close for ever"
    case .delete: "delete for ever"
    }
  }

  /// What a choice does, for the bottom line.
  static func short(_ kind: BulkKind) -> String {
    switch kind {
    case .assign: "assign"
    case .setSubject: "subject"
    case .addEvents: "add events"
    case .exportSummaries: "PDF"
    case .exportEvents: "CSV"
    case .close: "close"
    case .delete: "delete"
    }
  }

  /// What a choice wants to be typed.
  ///
  /// - Parameter kind: the choice.
  /// - Returns: the name of the box.
  public static func words(of kind: BulkKind) -> String {
    switch kind {
    case .assign: "Assignee: a user name, or ↓"
    case .setSubject: "Subject: a user name, or ↓"
    case .addEvents: "Event ids"
    case .exportSummaries, .exportEvents: "Folder"
    case .close, .delete: ""
    }
  }

  /// The question before many cases are changed.
  ///
  /// - Parameters:
  ///   - act: what would be done.
  ///   - dialog: to which cases.
  /// - Returns: sentences.
  public static func question(_ act: BulkAct, _ dialog: BulkDialog) -> String {
    let cases = counted(dialog.cases.count, "case")
    let hidden =
      dialog.hiddenCount == 0 ? "" : " \(grouped(dialog.hiddenCount)) of them are not in the list."
    let question =
      switch act {
      case .assign(""): "Take the assignee off \(cases)?"
      case .assign(let name): "Assign \(cases) to \(name)?"
      case .setSubject(""): "Take the subject off \(cases)?"
      case .setSubject(let name): "Make \(name) the subject of \(cases)?"
      case .addEvents(let events): "Add \(counted(events.count, "event")) to each of \(cases)?"
      case .export(.summaryPDF, let folder): "Save the summaries of \(cases) in \(folder)?"
      case .export(.eventCSV, let folder): "Save the file events of \(cases) in \(folder)?"
      // The frame tells already that it is for ever.
      case .close: "Closed cases can never be opened or changed again."
      case .delete: "Deleted cases can never be brought back."
      }
    return question + hidden
  }

  static func working(_ run: BulkRun) -> String {
    "\(verb(run)) \(grouped(run.results.count)) of \(grouped(run.order.cases.count))"
  }

  /// How far many cases are, or what became of them.
  ///
  /// - Parameter run: the cases.
  /// - Returns: a sentence without its full stop.
  public static func state(of run: BulkRun) -> String {
    guard run.isFinished else {
      let stopping = run.isStopped ? "; no further one is begun" : ""
      return "\(working(run))\(stopping)".prefix(1).uppercased()
        + "\(working(run))\(stopping)".dropFirst()
    }
    let total = run.order.cases.count
    let (done, marked) =
      switch run.retrace {
      case .undo: ("taken back", "")
      case .redo: ("made again", "")
      case nil: ("done", ", and still marked")
      }
    var parts = ["\(grouped(run.doneCount)) of \(counted(total, "case")) \(done)"]
    if !run.failures.isEmpty { parts.append("\(grouped(run.failures.count)) not\(marked)") }
    if run.leftCount > 0 { parts.append("\(grouped(run.leftCount)) never begun\(marked)") }
    let again = run.retrace == .undo && run.doneCount > 0 ? "; U makes it again" : ""
    return parts.joined(separator: ", ") + again
  }

  private static func verb(_ run: BulkRun) -> String {
    switch run.retrace {
    case .undo: "taking back"
    case .redo: "making again"
    case nil: verb(run.order.act)
    }
  }

  private static func verb(_ act: BulkAct) -> String {
    switch act {
    case .assign: "assigning"
    case .setSubject: "setting the subject of"
    case .addEvents: "adding events to"
    case .export: "exporting"
    case .close: "closing"
    case .delete: "deleting"
    }
  }

  /// Why one of many cases was not changed; nil where it was.
  static func reason(_ outcome: BulkOutcome) -> String? {
    switch outcome {
    case .saved(let order, let outcome): return reason(order, outcome)
    case .eventsChanged(let change, let outcome):
      return outcome.isWhole ? nil : notChanged(change, outcome)
    case .exported(_, .saved): return nil
    case .exported(let order, let outcome): return notExported(order, outcome)
    case .deleted(.done): return nil
    case .deleted(.failed(let error)): return text(error)
    case .deleted(.unknown(let error)):
      return "It is not known whether it was deleted. \(text(error))"
    case .notRead(let error): return text(error)
    case .violates(let violations): return violations.joined(separator: ". ")
    case .changedSince: return "Somebody changed it since it was marked; read it again"
    }
  }

  private static func reason(_ order: SaveOrder, _ outcome: SaveOutcome) -> String? {
    switch outcome {
    case .change(.saved), .change(.unchanged), .creation(.created): nil
    case .change(.conflict(let latest, let fields)):
      order.retraces.map { notRetraced($0, latest, fields) } ?? changedMeanwhile(latest, fields)
    case .change(.settled(let latest)): settled(latest.number, latest.summary.status)
    case .change(.failed(let error)), .creation(.failed(let error)), .peopleNotFound(let error):
      text(error)
    case .change(.unknown(let error)), .creation(.unknown(let error)): savedOrNot(order, error)
    case .personUnknown(_, let name): nobodyIsCalled(name)
    }
  }
}
