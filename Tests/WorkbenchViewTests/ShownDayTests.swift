import CaseWire
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

@Suite struct ShownDayTests {
  /// Trial T057: the day of a time is the same in list, detail and filter, whatever the zone.
  @Test(arguments: [
    (Zone.utc, "20 Mar", "20 Mar 2026 02:00 UTC", "2026-03-20", "2026-03-19"),
    (.fixed(-7 * 3_600), "19 Mar", "19 Mar 2026 19:00 -07:00", "2026-03-19", "2026-03-20"),
    (.fixed(20_700), "20 Mar", "20 Mar 2026 07:45 +05:45", "2026-03-20", "2026-03-19"),
  ])
  func listDetailAndFilterAgreeOnTheDay(
    zone: Zone, short: String, full: String, day: String, other: String
  ) throws {
    let instant = try #require(Timestamp("2026-03-20T02:00:00Z"))
    var walk = Walk(120, 40)
    walk.state.zone = zone
    var row = Sample.summary(1)
    (row.createdAt, row.updatedAt) = (instant, instant)
    walk.send(.pageArrived(0, CasePage(cases: [row], totalCount: 1), at: Walk.now))
    walk.send(.caseArrived(Case(summary: row, description: nil, findings: nil)))
    let screen = GridDump.text(of: WorkbenchView.draw(walk.state))
    #expect(screen.contains(short) && screen.contains(full))
    func holds(_ day: String) throws -> Bool {
      let line = QueryLine("updated:\(day)", now: Walk.now, zone: zone, me: nil)
      let span = try #require(line.query.filter.updatedAt)
      return try #require(span.start) <= instant && instant <= #require(span.end)
    }
    #expect(try holds(day))
    #expect(try !holds(other))
  }
}
