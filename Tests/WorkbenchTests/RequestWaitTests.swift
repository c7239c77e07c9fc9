import CasesAPI
import Testing
import Workbench
import WorkbenchSupport

/// What is told while a request waits before it is sent again.
@Suite struct RequestWaitTests {
  @Test func aPauseIsShownUntilItEndsAndChangesNothingElse() {
    var walk = Walk.withCases(5)
    let before = walk.state
    var waiting = before
    waiting.waiting = "Waiting 10 s to list cases: rate limited"
    #expect(walk.send(.requestWaits("Waiting 10 s to list cases: rate limited")) == [])
    #expect(walk.state == waiting)
    #expect(walk.send(.requestWaits(nil)) == [])
    #expect(walk.state == before)
  }

  @Test(arguments: [
    (
      RequestWait(.listCases, .rateLimited, pause: .seconds(10)),
      "Waiting 10 s to list cases: rate limited"
    ),
    (
      RequestWait(.getCase, .unavailable(status: 503), pause: .milliseconds(1_250)),
      "Waiting 2 s to show the case: the server is not available (status 503)"
    ),
    (
      RequestWait(.signIn, .notConnected, pause: .milliseconds(250)),
      "Waiting 1 s to sign in: the server cannot be reached"
    ),
  ])
  func thePauseIsToldWithItsLengthAndReason(wait: RequestWait, text: String) {
    #expect(Wording.text(wait) == text)
  }
}
