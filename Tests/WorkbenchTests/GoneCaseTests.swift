import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// A case that the server does not have, be it that there never was one or that it was deleted.
@Suite struct GoneCaseTests {
  private let told = "There is no case #999 on this server"

  private func gone() -> Walk {
    var walk = Walk.withCases(9)
    walk.press("#")
    walk.type("999\n")
    walk.send(.caseFailed(CaseNumber(999), .notFound(.getCase)))
    return walk
  }

  @Test(arguments: ["e", "E", "A", "X", "D", "x"] as [Key])
  func aKeyThatCannotWorkIsNotOfferedAndTellsWhy(key: Key) {
    var walk = gone()
    #expect(!walk.state.hints.map(\.key).contains(key.name))
    let orders = walk.press(key)
    #expect(orders.isEmpty)
    #expect(walk.state.notice?.text == told)
    #expect(walk.state.dialog == nil && walk.state.intent == nil && walk.state.form == nil)
  }

  @Test func whatIsOfEventsIsNotOfferedEither() {
    var walk = gone()
    walk.press("l")
    #expect(walk.state.hints.map(\.label).filter { ["add event", "take off"].contains($0) } == [])
    walk.press("a")
    #expect(walk.state.notice?.text == told && walk.state.dialog == nil)
  }

  /// `-` led back to nothing.
  @Test func theKeyForTheCaseBeforeDoesNotRememberIt() {
    var walk = Walk.withCases(9)
    walk.press(.enter, "#")
    walk.type("999\n")
    walk.send(.caseFailed(CaseNumber(999), .notFound(.getCase)))
    #expect(walk.state.recent == [CaseNumber(9)])
    walk.press("-")
    #expect(walk.state.detail.number == CaseNumber(9))
  }

  @Test func aCaseThatOneDeletedIsNotRememberedEither() {
    var walk = Walk.withCase(9)
    walk.press(.enter, "D")
    walk.send(.dialogDrawn)
    walk.type("9\n")
    walk.send(.outboxDue(CaseNumber(9)))
    walk.send(.deleteEnded(CaseNumber(9), .done))
    #expect(walk.state.recent == [])
  }

  @Test func whatWasWrittenForItCanStillBeRead() {
    var walk = Walk.withCase(9)
    walk.press("e", .controlEnd, "!", .escape)
    walk.press("r")
    walk.send(.caseFailed(CaseNumber(9), .notFound(.getCase)))
    #expect(walk.state.detail.isGone)
    #expect(walk.state.hints.contains(KeyHint("e", "edit")))
    walk.press("e")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.!")
  }

  @Test func whatHasNotComeYetSaysSo() {
    var walk = Walk.withCases(9)
    walk.press("#")
    walk.type("998\n")
    for key in ["A", "D"] as [Key] {
      #expect(!walk.state.hints.map(\.key).contains(key.name))
      walk.press(key)
      #expect(walk.state.notice?.text == "The case has not come yet; r fetches it")
    }
  }
}
