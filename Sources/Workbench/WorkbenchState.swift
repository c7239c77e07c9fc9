public import CaseWire
public import TerminalModel

/// All that the workbench knows; what is drawn follows from it and from nothing else.
public struct WorkbenchState: Equatable, Sendable {
  /// The present moment, as the last action told it.
  public var now: Timestamp
  /// The zone of times.
  public var zone: Zone
  /// The size of the screen.
  public var size = Size(width: 80, height: 24)
  /// Whether the terminal has told that size, so that rows can be scrolled out of sight by it.
  var isMeasured = false
  /// What the server is called in the status row.
  public let server: String
  /// What each key means.
  public var keys = KeyMap.standard

  /// The list of cases.
  public var list = CaseListState(.allOpen)
  /// Which columns the list shows.
  public var columns = ListColumns()
  /// When each case that was looked at had been changed last.
  var looks: [CaseNumber: Timestamp] = [:]
  /// When the first session here began.
  public var firstSeenAt: Timestamp?
  /// The texts with placeholders that can be put in.
  public internal(set) var templates = Template.builtIn
  /// A text for the clipboard of the terminal, until the terminal has it.
  public internal(set) var clipping: String?
  /// The views on the number keys.
  public var views = SavedView.atFirst
  /// How many cases each of them has, as far as that is known.
  public internal(set) var viewCounts: [Int?] = []
  /// The place of the view that the list shows, from 1; nil where it shows none.
  public internal(set) var shownView: Int?
  /// What that was found from.
  var shownViewSource: ShownViewSource?
  /// The cases that were opened, the last one first.
  public var recent: [CaseNumber] = []
  /// When the last session was left; nil where there was none.
  public var leftAt: Timestamp?
  /// The rows of the list as the last session left them.
  var rowsThen: [CaseSummary] = []
  /// Whether rows and cases may be kept on this machine.
  public var keepsCache = true
  /// What the session leaves, as it is on disk or on its way there.
  var storedSession: SessionMemory?
  /// Whether something was touched that the next session may need.
  var isTouched = false
  /// Whether the wait before that is kept goes on.
  var isSessionAwaited = false
  /// The marked cases, as they were when they were marked.
  public var marks: [CaseNumber: CaseSummary] = [:]
  /// Where a range of marks begins, while it is being chosen.
  public var rangeStart: CaseNumber?
  /// What is being done to many cases, or was done last.
  public var bulk: BulkRun?
  /// The triage session that is under way.
  public var triage: TriageState?
  /// The session that was left before its end.
  public var keptTriage: TriageSession?
  /// The session whose report is read.
  var reportedTriage: TriageSession?
  /// The session as it is on disk, or on its way there.
  var storedTriage: TriageSession?
  /// The case that is shown.
  public var detail = CaseDetailState()
  /// The events of that case.
  public var events = EventListState()
  /// The pane that has the focus.
  public var focus = Pane.cases
  /// Whether that pane has the screen to itself.
  public var isZoomed = false
  /// Whether long texts are shown as they were written, not as rendered Markdown.
  public var isAsWritten = false
  /// Whether the case that is shown was opened by number and is not the one under the cursor.
  public var isPinned = false

  /// What keeps list and case fresh while nothing is pressed.
  public var freshness = Freshness()
  /// The look at the case in the form.
  var watch = CaseWatch()

  /// The line that was typed for what the list shows.
  public var queryLine: String?
  /// The user name of who works here; nil where it is not known.
  public var me: String?
  /// Identifiers of people, by their names in small letters.
  var people: [String: UserUID] = [:]
  /// Names that the server knows, by what was typed of them.
  var suggested: [String: [String]] = [:]
  /// What narrows the list while it is being typed.
  public var narrowing: Narrowing?
  /// The form, while a case is written.
  public var form: CaseForm?
  /// What the form shows of its Markdown while it is written.
  public var preview = FormPreview()
  /// What was copied and deleted in forms.
  var clippings = TextClippings()
  /// Forms that were left with changes, to be taken up with their cursors and undo steps.
  var leftForms: [DraftKey: CaseForm] = [:]
  /// The text that the terminal is lent for, to a program of the user's own.
  public var externalEdit: ExternalEdit?
  /// The question or list over the panes.
  public var dialog: Dialog?
  /// Whether the user can have seen the dialog: it was drawn since it opened.
  public var isDialogSeen = false
  /// How often further keys of the dialog were asked for, where the bottom line has no room for
  /// all.
  var hintPage = 0
  /// What happens as soon as the whole case has come.
  public var intent: Intent?
  /// The news of the status row.
  public var notice: Notice?

  /// What was written and not saved.
  public var drafts: [DraftKey: Draft] = [:]
  /// Further drafts on disk, which are not written on here.
  public var otherDrafts: [DraftKey: [DraftEntry]] = [:]
  /// Whether the drafts on disk were read at the start.
  var areDraftsRead = false
  /// Whether the drafts of other programs are being looked at.
  public internal(set) var isLookingForDrafts = false
  /// Whether the list of all drafts opens once they were.
  var opensDraftsOnceRead = false
  /// Drafts on their way to the disk, to lie there beside those that are written on.
  public internal(set) var asides: [Draft] = []
  /// How many drafts were set aside so far.
  var asideCount = 0
  /// The news of what earlier sessions left, until they were read.
  var startNews: Notice?
  /// What the last session did not send any more, or perhaps not, as a sentence.
  var unsent: String?
  /// The question that is answered as soon as the disk has followed.
  var choosing: DraftsDialog?
  /// Since when drafts have waited to be on disk.
  public var unkept: [DraftKey: Timestamp] = [:]
  /// Why drafts cannot be kept on disk, if so.
  public var draftTrouble: String?
  /// Whether drafts are kept only until the program ends.
  public var losesDrafts = false
  /// Whether the user has said that what was typed may be lost, and has typed nothing since.
  var isLossAccepted = false
  /// What must be so before a case may be closed, and how long it waits.
  public var rules = CloseRules()
  /// What is sent for ever in a moment, the next one first.
  public var outbox: [OutboxItem] = []
  /// Whether the program is stopped, so that nobody sees what would be done.
  var isStopped = false
  /// Whether all of it stands still, since nobody sees it or it is asked what shall become of it.
  public internal(set) var isOutboxHeld = false
  /// The files that are on their way.
  var exports: [CaseNumber: ExportOrder] = [:]
  /// The cases whose events were saved to a file since the program began.
  var exported: Set<CaseNumber> = []
  /// The changes that can be taken back, the last one last.
  public var undoSteps: [UndoStep] = []
  /// The changes that were taken back and can be made again, the last one last.
  public var redoSteps: [UndoStep] = []
  /// Changes and files that are on their way, with a word for each.
  public var work: [WorkbenchEffectID: String] = [:]
  /// For how long and why a request waits before it is sent again, if one does.
  public var waiting: String?
  /// Whether the program ends as soon as nothing is on its way.
  public var isLeaving = false
  /// Whether the program ends now.
  public var isFinished = false

  /// Makes the first state.
  ///
  /// - Parameters:
  ///   - server: what the server is called in the status row.
  ///   - now: the present moment.
  ///   - zone: the zone of times.
  public init(server: String, now: Timestamp, zone: Zone) {
    self.server = server
    self.now = now
    self.zone = zone
  }

  /// Where everything stands.
  public var layout: ScreenLayout {
    ScreenLayout(
      size, focus: focus, isZoomed: isZoomed, hasForm: form != nil, preview: preview.isWanted)
  }

  /// Where a key is pressed now, as far as the panes and the form go.
  public var context: KeyContext {
    if form != nil { return .form }
    switch focus {
    case .cases: return .cases
    case .detail: return .detail
    case .events: return .events
    }
  }

  /// What narrows the list while it is being typed, and what Esc goes back to.
  public struct Narrowing: Equatable, Sendable {
    /// The text box.
    public var input: TextEditor
    /// The query before.
    let origin: CaseQuery
    /// The line of the query before, where one was typed.
    let originLine: String?
    /// The case under the cursor before; nil once the cursor was moved while the line was open.
    var stood: CaseNumber?
    /// What the list showed for the last line that was right and whole; nil for what Esc goes back
    /// to.
    var good: CaseQuery?
    /// What is wrong with a person, or why people could not be looked up.
    public internal(set) var problem: String?
    /// The person who is not known.
    var unknown: CaseQuery.PersonRole?
  }

  /// What happens as soon as the whole case has come.
  public enum Intent: Hashable, Sendable {
    /// The form opens.
    case edit(CaseNumber)
    /// The form opens, and its findings in a program of the user's own.
    case editOutside(CaseNumber)
    /// The question opens whether the case shall be closed for ever.
    case close(CaseNumber)
    /// The form opens with one of the drafts: that in a file, or the one that is written on here.
    case takeUp(CaseNumber, file: String?)
    /// The form opens with an earlier text in one of its fields.
    case restore(CaseNumber, EarlierText)

    /// The case that is awaited.
    public var number: CaseNumber {
      switch self {
      case .edit(let number), .editOutside(let number), .close(let number),
        .takeUp(let number, _), .restore(let number, _):
        number
      }
    }

    /// Whether a text that was kept is written on, also where the case cannot be had.
    var isWriting: Bool {
      switch self {
      case .edit, .editOutside, .takeUp: true
      case .close, .restore: false
      }
    }
  }
}
