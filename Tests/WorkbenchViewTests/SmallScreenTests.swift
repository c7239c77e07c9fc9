import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What is needed is seen on a screen of 40 columns and 12 rows, and long names hide no answer.
@Suite struct SmallScreenTests {
  private func screen(_ walk: Walk) -> String {
    let grid = WorkbenchView.draw(walk.state)
    return (0..<grid.size.height).map { grid.text(row: $0) }.joined(separator: "\n")
  }

  @Test func rowsOfTheListBeforeAreNotTakenForThoseThatWereAskedFor() {
    var walk = Walk.withCase(41, 80, 24)
    walk.press("9")
    walk.send(
      .pageFailed(0, .transport(.listCases, TransportError(.notConnected, "127.0.0.1 refused"))))
    #expect(screen(walk).contains("All · by last change"))
    #expect(screen(walk).contains("not fetched"))
    #expect(screen(walk).contains("✗ Not fetched; these are the rows of the list before."))
    #expect(screen(walk).contains("r tries again."))
  }

  @Test func theQuestionThatClosesTellsEnter() {
    var walk = Walk.withCase(41, 40, 12)
    walk.press("X")
    #expect(screen(walk).contains("Enter close for ever"))
    walk.send(.dialogDrawn)
    walk.press(.escape, "D")
    #expect(screen(walk).contains("Enter delete for ever"))
  }

  @Test func everyStateAndFieldOfTheFilterCanBeSeen() {
    var walk = Walk.withCase(41, 40, 12)
    walk.press("f")
    #expect(screen(walk).contains("[x] open   [ ] closed"))
    #expect(screen(walk).contains("[ ] archived"))
    #expect(screen(walk).contains("more ↓"))
    #expect(screen(walk).contains("Enter show"))
    walk.press(.backTab)
    #expect(screen(walk).contains("Changed to"))
  }

  @Test func theLineOfTheViewUnderTheCursorIsSeenWhole() {
    var walk = Walk.withCase(41, 40, 12)
    walk.press("F", "j")
    #expect(screen(walk).contains("status:closed updated:7d"))
    #expect(!screen(walk).contains("s…"))
  }

  @Test func allViewsCanBeReached() {
    var walk = Walk.withCase(41, 40, 12)
    walk.state.views = (1...8).map { SavedView(name: "view \($0)", line: "status:open n\($0)") }
    walk.press("F", "G")
    #expect(screen(walk).contains("view 8") && screen(walk).contains("status:open n8"))
  }

  @Test func theLettersOfTheMenuForManyAreAllTold() {
    var walk = Walk.withCase(41, 40, 12)
    walk.press(" ", "b")
    let screen = screen(walk)
    for word in ["assign to", "set the subject", "add events", "close for ever", "delete for ever"]
    { #expect(screen.contains(word)) }
    #expect(screen.contains("a letter chooses"))
  }

  @Test func thePlaceInATriageSessionIsSeen() {
    var walk = Walk.withCases(41, 40, 12)
    walk.press("T")
    #expect(screen(walk).contains("Triage · 1 of 41"))
    #expect(screen(walk).contains("41 left"))
    walk.press(" ")
    #expect(screen(walk).contains("Triage · 1 marked · 2 of 41"))
  }

  /// The answers stood behind a long name, where nobody could see them.
  @Test(arguments: [(40, 12), (80, 24), (120, 40)], [30, 200])
  func aLongNameHidesNoAnswer(size: (Int, Int), length: Int) {
    let name = String(repeating: "long ", count: length / 5)
    var walk = Walk.withCase(41, size.0, size.1)
    walk.state.views[0] = SavedView(name: name, line: "status:open")
    walk.press("F", "d")
    #expect(screen(walk).contains("y yes   n no"), "dropping a view")
    walk.press(.escape, .escape)
    let event = FileEvent(eventId: EventID("e1"), fileName: name + ".txt", riskSeverity: .high)
    walk.send(
      .eventsArrived(CaseNumber(41), page: 1, FileEventPage(events: [event], totalCount: 1)))
    walk.press(.enter, "l", "d")
    #expect(screen(walk).contains("y yes   n no"), "taking an event off")
    #expect(screen(walk).contains("off?"))
  }

  @Test func dropsOfDraftsAndReplacingFilesShowTheirAnswers() {
    var walk = Walk.withCase(41, 40, 12)
    var other = Draft(of: Sample.whole(41), at: Walk.now)
    other.texts.findings = "Other words."
    walk.send(
      .draftsLoaded([], others: [DraftEntry(other, file: "case-41~2.json")], troubles: []))
    walk.press("d")
    walk.send(.dialogDrawn)
    walk.press("d")
    #expect(screen(walk).contains("y yes   n no"))
    walk.send(.dialogDrawn)
    walk.press("n", .escape, "x", "p", .enter)
    walk.send(
      .exportEnded(
        ExportOrder(
          number: CaseNumber(41), kind: .summaryPDF, path: "Case-41.pdf", replacing: false),
        .exists))
    #expect(screen(walk).contains("y yes   n another name"))
  }

  @Test func aCaseThatIsNotThereSaysSoOnce() {
    var walk = Walk.withCases(9, 120, 40)
    walk.press("#")
    walk.type("999\n")
    walk.send(.caseFailed(CaseNumber(999), .notFound(.getCase)))
    walk.send(.eventsFailed(CaseNumber(999), .notFound(.listEvents)))
    let screen = screen(walk)
    #expect(screen.contains("✗ There is no case #999 on this server."))
    #expect(screen.count { $0 == "✗" } == 1)
    #expect(!screen.contains("OPEN"))
  }

  @Test func aCaseThatWasDeletedMeanwhileIsNotShownAsOpen() {
    var walk = Walk.withCase(9, 120, 40)
    walk.press(.enter, "r")
    walk.send(.caseFailed(CaseNumber(9), .notFound(.getCase)))
    let screen = screen(walk)
    #expect(screen.contains("GONE") && !screen.contains("OPEN"))
    #expect(screen.contains("It is not on the server any more; this is from before"))
    #expect(!screen.contains("A assign") && !screen.contains("X close"))
  }

  @Test func theCountsOfEventsAddUp() {
    let severities: [RiskSeverity?] = [.high, .moderate, .moderate, .low, .noRisk, nil]
    let events = severities.enumerated().map {
      FileEvent(eventId: EventID("e\($0.offset)"), riskSeverity: $0.element)
    }
    var walk = Walk.withCase(9, 120, 40)
    walk.send(
      .eventsArrived(CaseNumber(9), page: 1, FileEventPage(events: events, totalCount: 6)))
    #expect(screen(walk).contains("Events · 6 · 1 H 2 M 1 L 2 ·"))
  }

  /// “changed in a span” told nobody which.
  @Test(arguments: [
    ("updated:7d", "Open · changed in the last 7 days · by"), ("updated:0d", "changed today"),
    ("created:1d", "created since yesterday"), ("updated:400d", "changed since 2025-09-21"),
    ("updated:2026-10-01..2026-10-03", "changed 2026-10-01 to 2026-10-03"),
    ("created:2026-10-01", "created on 2026-10-01"), ("updated:..2026-10-01", "until 2026-10-01"),
    ("updated:12h", "changed since 25 Oct"),
  ])
  func theTitleTellsTheSpan(term: String, title: String) {
    var walk = Walk.withCases(9, 160, 40)
    walk.press("/")
    walk.type(term + "\n")
    #expect(screen(walk).contains(title))
  }

  @Test func theTitleOfASavedViewIsItsName() {
    var walk = Walk.withCases(9, 120, 40)
    walk.press("4")
    #expect(screen(walk).contains("Closed this week · by last change"))
  }

  /// The words of the screen without frames and the breaks of lines.
  private func words(_ walk: Walk) -> String {
    screen(walk).split { " \n│▌┌┐└┘─".contains($0) }.joined(separator: " ")
  }

  /// The words in the frame of a dialog.
  private func framed(_ walk: Walk) -> String {
    let rows = screen(walk).split(separator: "\n").map { $0.split(separator: "│") }
    return rows.filter { $0.count == 3 }.flatMap { $0[1].split(separator: " ") }
      .joined(separator: " ")
  }

  /// Both were cut although rows below were empty.
  @Test func whatCannotBeTakenBackIsToldWhole() {
    let state = Screen.close.state(Size(width: 40, height: 12))
    let grid = WorkbenchView.draw(state)
    let rows = (0..<grid.size.height).map { grid.text(row: $0) }
    let told = rows.joined(separator: " ").split { " │▌".contains($0) }.joined(separator: " ")
    #expect(told.contains("A closed case can never be opened or changed again."))
    #expect(told.contains("38, not exported since you began"))
    #expect(rows.contains { $0.contains("Type 212 to close it:") })
    var walk = Walk.withCase(41, 40, 12)
    walk.press("D")
    #expect(words(walk).contains("A deleted case can never be brought back."))
    #expect(words(walk).contains("name, description and findings are gone"))
  }

  @Test func theFirstSentenceOfATriageReportIsToldWhole() {
    let grid = WorkbenchView.draw(Screen.triageReport.state(Size(width: 40, height: 12)))
    let text = (0..<grid.size.height).map { grid.text(row: $0) }.joined(separator: "\n")
    #expect(text.contains("settled in 2m45s,") && text.contains("begun 26 Oct 2026 07:33 UTC"))
    #expect(text.contains("#212"))
  }

  /// A list that could not be fetched anew told half of the reason, and a key that cannot help.
  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func whyAListIsFromBeforeIsToldWhole(width: Int, height: Int) {
    var walk = Walk.withCases(50, width, height)
    walk.press("r")
    walk.send(.pageFailed(0, .unauthorized(.signIn)))
    #expect(words(walk).contains("From before. The server does not accept the credentials;"))
    #expect(words(walk).contains("start again."))
    #expect(!words(walk).contains("r tries again"))
    walk.press("r")
    let cause = TransportError(.notConnected, "127.0.0.1:8484 refused")
    walk.send(.pageFailed(0, .transport(.listCases, cause)))
    #expect(words(walk).contains("From before; r tries again."))
  }

  @Test(arguments: [(40, 12), (80, 24)])
  func aKeyThatFetchesIsAnsweredBeforeTheServerDoes(width: Int, height: Int) {
    var walk = Walk.withCase(41, width, height)
    walk.press("r")
    #expect(words(walk).contains("Fetching anew what is shown…"))
    walk.press(.enter, "r")
    #expect(words(walk).contains("Fetching anew what is shown…"))
  }

  /// What to do stood below the end of the dialog.
  @Test func whatToDoAboutACertificateIsToldWholeInDialogs() {
    let cause = TransportError(
      .untrusted, "cases.example.com: SSL certificate problem: odd", fault: .unknownAuthority)
    let error = CasesError.transport(.exportSummary, cause)
    let remedy = Wording.remedy(for: .unknownAuthority)
    var walk = Walk.withCase(41, 80, 24)
    walk.press("x", "p", .enter)
    let order = ExportOrder(
      number: CaseNumber(41), kind: .summaryPDF, path: "Case-41.pdf", replacing: false)
    walk.send(.exportEnded(order, .notFetched(error)))
    #expect(framed(walk).contains(remedy), "\(screen(walk))")
    var other = Walk.withCase(41, 80, 24)
    other.press("A")
    other.type("mara@example.com\n")
    other.send(.assignEnded(CaseNumber(41), .notRead(error)))
    #expect(framed(other).contains(remedy), "\(screen(other))")
  }

  @Test func whyAListIsFromBeforeHidesNoCaseUnderTheCursor() {
    var walk = Walk.withCases(50, 40, 12)
    walk.press(.pageDown, .pageDown)
    walk.send(.pageFailed(0, .unauthorized(.signIn)))
    for _ in 0..<12 {
      let row = screen(walk).split(separator: "\n").first { $0.contains("▌") }
      #expect(row?.contains("\(walk.state.list.selected?.rawValue ?? 0)") == true)
      walk.press("k")
    }
  }

  /// The rows that the message was written over could not be scrolled into sight.
  @Test func theEndOfACaseFromBeforeCanBeReached() {
    var walk = Walk.withCase(41, 40, 12)
    walk.press(.enter, "l", "h")
    walk.send(.caseFailed(CaseNumber(41), .unauthorized(.getCase)))
    for _ in 0..<100 { walk.press("j") }
    let last = walk.state.detail.sheet.last { !$0.text.isEmpty }
    #expect(last.map { screen(walk).contains($0.text) } == true)
    #expect(words(walk).contains("From before. The server does not accept the credentials;"))
  }
}
