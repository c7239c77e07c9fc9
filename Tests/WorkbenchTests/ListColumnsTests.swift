import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Columns, marks and the clock of events that vanish.
@Suite struct ListColumnsTests {
  @Test func columnsAreChosenMovedAndWidened() {
    var walk = Walk.withCases(9)
    walk.press("c", "j", "j", " ")
    #expect(walk.state.columns.shown == [.assignee, .updated, .subject])
    walk.press("K", "K")
    #expect(walk.state.columns.shown == [.subject, .assignee, .updated])
    walk.press(">", ">")
    #expect(walk.state.columns.widths == [.subject: 11])
    for _ in 0..<60 { walk.press(">") }
    #expect(walk.state.columns.widths == [.subject: 40])
    walk.press("a", " ")
    #expect(walk.state.columns.isAbsolute)
    #expect(walk.state.columns.shown == [.assignee, .updated])
    walk.press("0")
    #expect(walk.state.columns == ListColumns())
    walk.press(.escape)
    #expect(walk.state.dialog == nil)
  }

  @Test(
    arguments: [
      (120, [.assignee, .updated, .archival]), (49, [.assignee, .updated]), (40, [.updated]),
      (30, []),
    ] as [(Int, [ListColumn])])
  func whatDoesNotFitIsLeftOut(room: Int, fitting: [ListColumn]) {
    var columns = ListColumns()
    columns.shown = [.assignee, .updated, .archival]
    #expect(columns.fitting(in: room) == fitting)
  }

  private func summary(updated: Int64, by name: String = "kim@example.com") -> CaseSummary {
    var summary = Sample.summary(7)
    summary.updatedAt = Walk.now.adding(seconds: updated)
    summary.lastModifiedByUsername = name
    return summary
  }

  @Test func whatOthersChangedSinceMyLookStandsOut() {
    var walk = Walk.withCases(7)
    walk.state.me = "jo@example.com"
    var seen = Sample.whole(7)
    seen.summary = summary(updated: 0)
    walk.send(.caseArrived(seen))
    #expect(walk.state.mark(of: summary(updated: 0)) == nil)
    #expect(walk.state.mark(of: summary(updated: 5)) == .changed)
    #expect(walk.state.mark(of: summary(updated: 5, by: "jo@example.com")) == nil)
  }

  @Test func whatWasMadeSinceTheFirstSessionAndNotLookedAtIsNew() {
    var walk = Walk.withCases(7)
    var new = Sample.summary(8)
    new.createdAt = Walk.now.adding(seconds: 60)
    #expect(walk.state.mark(of: new) == nil, "in the first session everything would be new")
    walk.state.firstSeenAt = Walk.now
    #expect(walk.state.mark(of: new) == .new)
    #expect(walk.state.mark(of: Sample.summary(6)) == nil)
  }

  @Test(
    arguments: [
      (nil, "–"), (-5, "gone"), (59, "1m"), (7_200, "2h"), (172_800, "2d"), (8_640_000, "100d"),
    ] as [(Int64?, String)])
  func theClockTellsTheTimeUntilEventsVanish(seconds: Int64?, text: String) {
    var summary = Sample.summary(7)
    summary.archivalTime = seconds.map { Walk.now.adding(seconds: $0) }
    #expect(Wording.archivalClock(summary, now: Walk.now) == text)
  }

  @Test func eventsThatVanishSoonAreWarnedOfAtTheStart() {
    var walk = Walk(120, 40)
    walk.send(.started)
    #expect(walk.orders.contains(.run(.findVanishing, id: .vanishing)))
    let cases = [(1, 86_400 * 3), (2, 86_400 * 13), (3, 86_400 * 15), (4, -1)].map { number, left in
      var summary = Sample.summary(Int64(number))
      summary.archivalTime = Walk.now.adding(seconds: Int64(left))
      return summary
    }
    walk.send(.vanishingFound(cases))
    #expect(
      walk.state.notice
        == Notice(
          .attention,
          "2 cases lose their events within 14 days: #1 in 3d, #2 in 13d; x exports them"))
  }

  @Test func columnsAndLooksComeBackWithTheNextSession() {
    var walk = Walk.withCase(7)
    walk.press("c", " ", .escape)
    let memory = SessionMemory(walk.state, isLeft: true)
    var next = WorkbenchState(server: "test", now: Walk.now, zone: .utc)
    next.restore(memory)
    #expect(next.columns.shown == [.updated])
    #expect(next.firstSeenAt == Walk.now)
    var changed = Sample.summary(7)
    changed.updatedAt = Walk.now
    #expect(next.mark(of: changed) == .changed)
  }
}
