import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What changed since the last session: what is settled for ever first, and every case to be
/// opened.
@Suite struct ShiftReportTests {
  private func loaded(_ entries: [ShiftEntry], _ width: Int = 120, _ height: Int = 40) -> Walk {
    var walk = Walk.withCases(9, width, height)
    let total = entries.count { $0.value != nil }
    walk.send(.shiftLoaded(entries, of: total, since: Walk.now))
    return walk
  }

  private func report(_ walk: Walk) throws -> Report {
    guard case .report(let dialog) = walk.state.dialog else { throw CancellationError() }
    return dialog.report
  }

  private func now(_ number: Int64, status: CaseStatus = .open, name: String? = nil) -> Case {
    var value = Sample.whole(number, status: status)
    value.summary.updatedAt = Walk.now.adding(seconds: 60)
    if let name { value.summary.name = name }
    return value
  }

  private func handOver(_ walk: inout Walk) -> String {
    walk.press("m", .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else { return "" }
    return order.text
  }

  /// Somebody closed a case and renamed it before: both are told, with nothing but the row of then.
  @Test func aCaseThatWasClosedAndRenamedSaysSo() throws {
    let entry = ShiftEntry(
      now(7, status: .closed, name: "Settled"), before: nil, row: Sample.summary(7))
    var walk = loaded([ShiftEntry(now(3), before: nil), entry])
    #expect(
      try report(walk).lines.map(\.text).prefix(2) == [
        "#7  Settled", "   closed, Name · kim@example.com, 26 Oct 07:34",
      ])
    #expect(
      handOver(&walk).contains(
        "| #7 | Settled | closed, Name | kim@example.com, 26 Oct 2026 07:34 UTC |\n"))
  }

  @Test func whatCanNeverBeTakenBackIsReadFirst() throws {
    let entries = [
      ShiftEntry(now(1), before: Sample.whole(1, findings: "Less.")),
      ShiftEntry(now(2, status: .closed), before: nil),
      ShiftEntry(now(3, status: .archived), before: nil, row: Sample.summary(3, status: .closed)),
      ShiftEntry(deleted: Sample.summary(4)),
    ]
    let walk = loaded(entries)
    #expect(
      try report(walk).items.map { $0.lines.map(\.text) } == [
        ["#4  Case 4", "   deleted · by whom is not known"],
        ["#3  Case 3", "   archived · kim@example.com, 26 Oct 07:34"],
        ["#2  Case 2", "   closed · kim@example.com, 26 Oct 07:34"],
        ["#1  Case 1", "   Findings · kim@example.com, 26 Oct 07:34"],
      ])
    #expect(
      try report(walk).summary == "3 cases changed, 1 deleted since 26 Oct 2026 07:33 UTC")
  }

  /// What the server tells is taken where the case was never seen whole from here.
  @Test func theHistoryOfTheServerSaysWhatWasChanged() throws {
    let told = [
      HistoryItem(
        HistoryEntry(
          .changed, changedAt: Walk.now.adding(seconds: 60), userUid: nil, username: "kim",
          changes: [FieldChange("findings", from: "a", to: "b")], eventsAdded: [EventID("e")])),
      HistoryItem(
        HistoryEntry(
          .changed, changedAt: Walk.now.adding(seconds: -60), userUid: nil, username: "kim",
          changes: [FieldChange("name", from: "a", to: "b")])),
    ]
    let walk = loaded([ShiftEntry(now(7), before: nil, told: told)])
    #expect(
      try report(walk).lines.last?.text
        == "   Findings, events · kim@example.com, 26 Oct 07:34")
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func noRowIsCutWhateverTheWidth(width: Int, height: Int) throws {
    var long = now(7, name: "a long name, and longer still, up to fifty letters")
    long.summary.lastModifiedByUsername = "a.rather.long.name.of.somebody@subsidiary.example.com"
    let walk = loaded([ShiftEntry(long, before: Sample.whole(7))], width, height)
    let room = DialogLayout.event(in: walk.state.size).textWidth
    let rows = try report(walk).rows(width: room)
    #expect(rows.allSatisfy { CellText.width(of: $0.line.text) <= room })
    let read = rows.flatMap { $0.line.text.split(separator: " ") }.joined(separator: " ")
    #expect(read.contains("26 Oct 07:34"))
  }

  @Test func enterOpensTheCaseUnderTheCursor() {
    let entries = (1...40).map { ShiftEntry(now(Int64($0)), before: nil) }
    var walk = loaded(entries, 80, 24)
    walk.press("j", "j", .pageDown, "k")
    guard case .report(let dialog) = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    let wanted = dialog.report.items[dialog.cursor].number
    let room = DialogLayout.event(in: walk.state.size)
    let rows = dialog.report.rows(width: room.textWidth)
    let shown = rows.dropFirst(dialog.scroll).prefix(dialog.room(in: room).height)
    #expect(dialog.cursor > 5 && shown.contains { $0.item == dialog.cursor })
    walk.press(.enter)
    #expect(walk.state.dialog == nil && walk.state.focus == .detail)
    #expect(walk.state.detail.number == wanted && wanted != nil)
  }

  @Test func aDeletedCaseCannotBeOpened() {
    var walk = loaded([ShiftEntry(deleted: Sample.summary(4)), ShiftEntry(now(5), before: nil)])
    walk.press(.enter)
    #expect(walk.state.notice?.text == "It is deleted, so there is nothing to open")
    #expect(walk.state.dialog != nil)
    walk.press("G", .enter)
    #expect(walk.state.detail.number == CaseNumber(5))
  }

  /// Over the client and the server: one is closed, one is deleted, one is changed and never seen.
  @Test func whatBecameOfTheRowsOfThenIsFoundOut() async throws {
    let cases = try TestCases(cases: 30)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    let runner = WorkbenchRunner(
      api: client, drafts: nil, home: nil, clock: { Walk.now }, rest: { _ in })
    let order = CaseOrder(by: .updatedAt, isDescending: true)
    var filter = CaseFilter()
    filter.statuses = [.open]
    let rows = try await client.cases(
      filter, order: order, page: PageRequest(number: 1, size: 20)
    ).cases
    let last = try await client.cases(
      CaseFilter(), order: order, page: PageRequest(number: 1, size: 1))
    let since = try #require(last.cases.first).updatedAt
    let (closed, deleted, changed) = (rows[3], rows[5], rows[7])
    let whole = try await client.getCase(closed.number)
    _ = await client.save(
      CaseChange(closed.number, base: whole.content, edited: whole.content, closes: true))
    #expect(await client.deleteOnce(deleted.number) == .done)
    let other = try await client.getCase(changed.number)
    var content = other.content
    content.findings = "Another word."
    _ = await client.save(CaseChange(changed.number, base: other.content, edited: content))
    let answers = Locked<[WorkbenchAction]>([])
    await runner.run(.loadShift(since: since, rows: rows, unsure: [closed, deleted])) { answer in
      answers.withLock { $0.append(answer) }
    }
    guard case .shiftLoaded(let entries, let total, _) = answers.withLock({ $0.first }) else {
      Issue.record("nothing was found")
      return
    }
    #expect(total == 2)
    #expect(Set(entries.map(\.number)) == [closed.number, deleted.number, changed.number])
    var walk = Walk.withCases(9)
    walk.send(.shiftLoaded(entries, of: total, since: since))
    let words = try report(walk).items.map { String($0.lines[1].text.dropFirst(3).prefix(8)) }
    #expect(words == ["deleted ", "closed ·", "Findings"])
  }
}
