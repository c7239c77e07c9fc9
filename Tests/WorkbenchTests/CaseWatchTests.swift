import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What others change while a case is written is told at once, and nothing moves under the cursor.
@Suite struct CaseWatchTests {
  private let seven = CaseNumber(7)

  private func wait(_ seconds: Int) -> Step<WorkbenchEffect, WorkbenchEffectID> {
    .run(.watchCase(seven, rest: seconds * 1_000), id: .watch)
  }

  private func edited() -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    return walk
  }

  @Test func aFormOfACaseIsLookedAtAgainAndNothingElseIs() {
    var walk = Walk.withCase(7)
    #expect(!walk.all.contains(wait(10)))
    walk.press("e")
    #expect(walk.orders == [wait(10)])
    walk.send(.caseWatched(Sample.whole(7)))
    #expect(walk.orders == [wait(10)], "and so on, while nothing is told")
    #expect(walk.state.notice == nil)
    walk.press(.escape)
    #expect(walk.orders.contains(.cancel(.watch)))
    walk.press("a")
    #expect(walk.orders.isEmpty, "there is no case to be looked at yet")
  }

  @Test func eachTroubleMakesTheNextLookWaitTwiceAsLong() {
    var walk = Walk.withCase(7)
    walk.press("e")
    for seconds in [20, 40, 80, 160, 320, 600, 600] {
      walk.send(.watchFailed(seven))
      #expect(walk.orders == [wait(seconds)])
    }
    walk.send(.caseWatched(Sample.whole(7)))
    #expect(walk.orders == [wait(10)])
  }

  @Test func nobodyIsAskedWhileNobodyLooks() {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.send(.terminal(.focus(false), at: Walk.now))
    #expect(walk.orders.contains(.cancel(.watch)))
    walk.send(.terminal(.focus(true), at: Walk.now))
    #expect(walk.orders.contains(wait(10)))
  }

  /// Test line 11: the editor stays, with a mark that the case was changed on the server.
  @Test func anothersChangeOfTheSameFieldIsToldAndNothingMoves() {
    var walk = edited()
    let before = walk.state.form
    walk.send(.caseWatched(Sample.whole(7, findings: "Kim's own words.")))
    #expect(walk.state.form?.editors == before?.editors)
    #expect(walk.state.form?.focus == before?.focus)
    #expect(walk.state.form?.draft == before?.draft, "a save asks whose words shall stand")
    let screen = GridDump.text(of: WorkbenchView.draw(walk.state))
    #expect(screen.contains("changed on the server by kim@example.com: Findings"))
    // It stays told while one types on.
    walk.type(" And more.")
    #expect(
      GridDump.text(of: WorkbenchView.draw(walk.state))
        .contains("changed on the server by kim@example.com: Findings"))
  }

  /// Test line 12: at the save I see what I started from, theirs and mine, and nothing is sent.
  @Test func theSaveAfterwardsShowsAllThreeTexts() throws {
    var walk = edited()
    let latest = Sample.whole(7, findings: "Kim's own words.")
    walk.send(.caseWatched(latest))
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    #expect(order.draft.base.findings == "Seen on Friday.")
    walk.send(.saveEnded(order, .change(.conflict(latest: latest, [.findings]))))
    guard case .conflict(let dialog) = walk.state.dialog else {
      Issue.record("no question was asked")
      return
    }
    #expect(
      dialog.panes.map { $0.lines.map(\.text) } == [
        ["- Seen on Friday.", ""], ["+ Kim's own words.", ""], ["  Seen on Friday.", "+ More."],
      ])
    #expect(walk.saves.count == 1)
  }

  @Test func fieldsThatWereLeftAloneShowWhatIsThereNow() throws {
    var walk = edited()
    var latest = Sample.whole(7)
    latest.description = "Kim's description."
    walk.send(.caseWatched(latest))
    #expect(walk.state.form?.texts.description == "Kim's description.")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    let draft = try #require(walk.state.drafts[.existing(seven)])
    #expect(draft.changedFields == [.findings])
    #expect(draft.base.description == "Kim's description.")
    #expect(
      walk.state.notice
        == Notice(.attention, "kim@example.com changed Description; the form shows it"))
    walk.press(.control("s"))
    #expect(walk.saves.first?.draft.changedFields == [.findings])
  }

  @Test func whatBothWroteAlikeIsNoNews() {
    var walk = edited()
    walk.send(.caseWatched(Sample.whole(7, findings: "Seen on Friday.\nMore.")))
    #expect(walk.state.form?.news == nil)
    #expect(walk.state.notice == nil)
  }

  @Test func aCaseThatSomebodyClosedIsTold() {
    var walk = edited()
    walk.send(.caseWatched(Sample.whole(7, status: .closed)))
    #expect(walk.state.notice?.text.contains("can be changed no more") == true)
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  @Test func aLookThatComesWhileSomethingIsAskedChangesNothing() {
    var walk = edited()
    walk.press(.control("d"))
    let form = walk.state.form
    walk.send(.caseWatched(Sample.whole(7, findings: "Kim's own words.")))
    #expect(walk.state.form == form)
    walk.press(.escape)
    #expect(walk.orders == [wait(10)])
  }
}
