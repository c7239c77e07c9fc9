import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Drafts of an earlier session.
@Suite struct EarlierDraftTests {
  @Test func draftsFromBeforeAreOffered() {
    var walk = Walk.withCase(7)
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.findings = "From yesterday."
    walk.send(.draftsLoaded([draft], troubles: []))
    #expect(walk.state.notice?.text == "1 draft from before: #7; w shows all drafts")
    walk.press("e")
    #expect(walk.state.form?.texts.findings == "From yesterday.")
  }

  @Test(arguments: [
    CasesError.notFound(.getCase), .transport(.getCase, TransportError(.notConnected, "down")),
  ])
  func aDraftIsReachedThoughItsCaseCannotBeFetched(error: CasesError) {
    var walk = Walk.withCases(7)
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.findings = "From yesterday."
    walk.send(.draftsLoaded([draft], troubles: []))
    walk.press("e")
    walk.send(.caseFailed(CaseNumber(7), error))
    #expect(walk.state.form?.texts.findings == "From yesterday.")
  }
}
