import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What was seen of cases before: without a server, and since the last session.
@Suite struct SeenCaseTests {
  private let seven = CaseNumber(7)
  private let error = CasesError.transport(.getCase, TransportError(.notConnected, "down"))

  @Test func withoutAServerACaseIsReadAsItWasSeen() {
    var walk = Walk.withCases(7)
    walk.send(.caseRemembered(Sample.seen("Old words", 0), error))
    #expect(walk.state.detail.loaded?.findings == "Old words")
    #expect(walk.state.detail.failure == error)
    #expect(
      walk.state.notice?.text
        == "#7 as it was seen here 26 Oct 2026 07:33 UTC; the server could not be asked")
    // What is written on top of it is kept as a draft, and can be sent once there is a server.
    walk.press("e", .controlEnd)
    walk.type(" And new ones.")
    walk.press(.escape)
    #expect(walk.state.drafts[.existing(seven)]?.texts.findings == "Old words And new ones.")
    #expect(walk.state.drafts[.existing(seven)]?.base.findings == "Old words")
  }

  @Test func aCaseThatIsOnlyRememberedIsNotClosed() {
    var walk = Walk.withCases(7)
    walk.press("X")
    walk.send(.caseRemembered(Sample.seen("Old words", 0), error))
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.kind == .error)
  }

  @Test func whatChangedSinceTheLastSessionIsToldByCaseAndField() {
    var walk = Walk.withCases(9)
    walk.state.leftAt = Walk.now
    walk.press("C")
    #expect(
      walk.orders == [.run(.loadShift(since: Walk.now, rows: [], unsure: []), id: .shift)])
    var new = Sample.whole(9)
    new.summary.createdAt = Walk.now.adding(seconds: 1)
    let entries = [
      ShiftEntry(Sample.seen("b", 3).value, before: Sample.seen("a", -3).value),
      ShiftEntry(new, before: nil), ShiftEntry(Sample.whole(3), before: nil),
    ]
    walk.send(.shiftLoaded(entries, of: 3, since: Walk.now))
    guard case .report(let dialog) = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    #expect(dialog.report.summary == "3 cases changed since 26 Oct 2026 07:33 UTC")
    #expect(
      dialog.report.lines.map(\.text).prefix(4) == [
        "#7  Case 7", "   Findings · kim@example.com, 26 Oct 07:36",
        "#9  Case 9", "   new · kim@example.com, 25 Oct 03:55",
      ])
    walk.press("m", .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(order.path == "hand-over.md")
    #expect(
      order.text.contains(
        "| #7 | Case 7 | Findings | kim@example.com, 26 Oct 2026 07:36 UTC |\n"))
  }

  @Test func aFirstSessionHasNothingToCompareWith() {
    var walk = Walk.withCases(9)
    walk.press("C")
    #expect(walk.orders.isEmpty)
    #expect(walk.state.notice?.text.hasPrefix("This is the first session here") == true)
  }

  @Test func theCacheKeepsEachStateOnceAndOnlySoMany() async throws {
    try await Scratch.use { folder in
      let path = folder + "/cache"
      let cache = CaseCache(path: path)
      #expect(cache.states(of: seven).isEmpty)
      for minute: Int64 in 0..<30 {
        let state = Sample.seen("words \(minute / 2)", minute / 2)
        cache.remember(state.value, seenAt: state.seenAt)
      }
      #expect(cache.states(of: seven).count == 15)
      for minute: Int64 in 20..<60 {
        let state = Sample.seen("words \(minute)", minute)
        cache.remember(state.value, seenAt: state.seenAt)
      }
      let states = CaseCache(path: path).states(of: seven)
      #expect(states.count == 20)
      #expect(states.last == Sample.seen("words 59", 59))
      #expect(Scratch.mode(of: path) == 0o700)
      #expect(Scratch.mode(of: path + "/case-7.json") == 0o600)
    }
  }

  /// The newest state stays, however large it is; older ones go by their number and their bytes.
  @Test func theStatesOfACaseAreBoundByTheirBytes() async throws {
    try await Scratch.use { folder in
      var limits = CaseCacheLimits()
      limits.bytesOfCase = 20_000
      let cache = CaseCache(path: folder, limits: limits)
      for minute: Int64 in 0..<10 {
        let text = String(repeating: "\(minute)", count: 4_000)
        let state = Sample.seen(text, minute)
        cache.remember(state.value, seenAt: state.seenAt)
      }
      #expect((2...4).contains(cache.states(of: seven).count))
      let long = Sample.seen(String(repeating: "long ", count: 6_000), 11)
      cache.remember(long.value, seenAt: long.seenAt)
      #expect(cache.states(of: seven) == [long])
    }
  }

  /// Cases go by number, by bytes and by age, those first that were not seen for longest; a case
  /// that is seen again unchanged counts as seen.
  @Test func theCasesThatWereNotSeenForLongestGo() async throws {
    func number(_ name: String) -> Int { Int(name.dropFirst(5).dropLast(5)) ?? 0 }
    func kept(
      _ folder: String, _ change: (inout CaseCacheLimits) -> Void
    ) throws -> [Int] {
      var limits = CaseCacheLimits()
      change(&limits)
      _ = CaseCache(path: folder, limits: limits)
      return try Scratch.names(in: folder).map(number).sorted()
    }
    try await Scratch.use { folder in
      let cache = CaseCache(path: folder)
      for number: Int64 in 1...9 { cache.remember(Sample.whole(number), seenAt: Walk.now) }
      // The higher the number, the longer ago.
      for number in 1...9 {
        let ago = time(nil) - number * 86_400
        var times = [timespec(tv_sec: ago, tv_nsec: 0), timespec(tv_sec: ago, tv_nsec: 0)]
        _ = unsafe utimensat(AT_FDCWD, "\(folder)/case-\(number).json", &times, 0)
      }
      CaseCache(path: folder).remember(Sample.whole(9), seenAt: Walk.now)
      #expect(try kept(folder) { $0.seconds = 86_400 * 7 + 3_600 } == [1, 2, 3, 4, 5, 6, 7, 9])
      #expect(try kept(folder) { $0.cases = 6 } == [1, 2, 3, 4, 5, 9])
      let size = try #require(FileManager.default.contents(atPath: folder + "/case-1.json")).count
      #expect(try kept(folder) { $0.bytes = size * 3 + size / 2 } == [1, 2, 9])
      #expect(try kept(folder) { $0.bytes = 0 } == [])
    }
  }

  /// A session of weeks is bound too, not only the next start.
  @Test func theLimitsHoldWhileASessionGoesOn() async throws {
    try await Scratch.use { folder in
      var limits = CaseCacheLimits()
      limits.cases = 10
      let cache = CaseCache(path: folder, limits: limits)
      for number: Int64 in 1...200 { cache.remember(Sample.whole(number), seenAt: Walk.now) }
      let kept = try Scratch.names(in: folder).count
      #expect(kept <= 60)
    }
  }
}
