import CaseWire
import Testing
import Workbench

@Suite struct TimeTextTests {
  private static let now = Timestamp(microseconds: 1_795_575_600_000_000)  // 2026-11-25 03:00 UTC

  @Test(arguments: [
    (0, "now"), (59, "now"), (60, "1m"), (3_599, "59m"), (3_600, "1h"), (86_399, "23h"),
    (86_400, "1d"), (2_591_999, "29d"), (2_592_000, "26 Oct"), (28_000_000, "5 Jan"),
    (31_000_000, "2025-12"), (-90, "now"),
  ])
  func agesAreShortAndTrue(seconds: Int64, text: String) {
    let then = Self.now.adding(seconds: -seconds)
    #expect(TimeText.age(then, now: Self.now, in: .utc) == text)
    if let rest = TimeText.secondsUntilAgeChanges(then, now: Self.now) {
      let before = Self.now.adding(seconds: Int64(rest) - 1)
      let after = Self.now.adding(seconds: Int64(rest))
      #expect(TimeText.age(then, now: before, in: .utc) == text)
      #expect(TimeText.age(then, now: after, in: .utc) != text)
    }
  }

  @Test(arguments: [
    (0, "a moment ago"), (59, "a moment ago"), (60, "1m ago"), (86_400, "1d ago"),
    (2_592_000, "26 Oct"), (31_000_000, "2025-12"), (-90, "a moment ago"),
  ])
  func anAgeInASentenceIsEnglish(seconds: Int64, text: String) {
    let then = Self.now.adding(seconds: -seconds)
    #expect(TimeText.ago(then, now: Self.now, in: .utc) == text)
  }

  /// A day off, as programs show it that mix UTC and local time.
  @Test(arguments: [
    (Zone.utc, "20 Mar 2026 02:00 UTC"), (.fixed(-7 * 3_600), "19 Mar 2026 19:00 -07:00"),
    (.fixed(20_700), "20 Mar 2026 07:45 +05:45"),
  ])
  func aTimeIsShownWithItsZone(zone: Zone, text: String) throws {
    let instant = try #require(Timestamp("2026-03-20T02:00:00Z"))
    #expect(TimeText.full(instant, in: zone) == text)
  }

  @Test(arguments: [Zone.utc, .fixed(-7 * 3_600), .fixed(20_700)])
  func aDayBeginsAtItsMidnight(zone: Zone) throws {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 20))
    #expect(TimeText.short(zone.start(of: day), in: zone) == "20 Mar 00:00")
  }
}
