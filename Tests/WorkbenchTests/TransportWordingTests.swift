import CasesAPI
import Testing
import Workbench

/// What is said where no answer came: plain words first, what the library says behind them.
@Suite struct TransportWordingTests {
  @Test(arguments: TransportFault.allCases)
  func eachFaultSaysWhatHappenedAndWhatToDo(fault: TransportFault) {
    let raw = "a.example:443: error:0A000086:SSL routines::odd"
    let error = TransportError(.notConnected, raw, fault: fault)
    let text = Wording.text(.transport(.listCases, error))
    let (what, remedy) = (Wording.what(error), Wording.remedy(for: fault))
    #expect(what.hasSuffix(". (\(raw))") && remedy.hasSuffix("."))
    #expect(text == "\(what.dropLast(raw.count + 3)) Nothing was sent. \(remedy) (\(raw))")
    #expect(text.utf8.count - raw.utf8.count < 300, "three rows of a screen hold it")
  }

  @Test func nothingSentIsSaidOnlyWhereItIsSo() {
    let sent = TransportError(.interrupted, "", fault: .handshakeFailed)
    #expect(!Wording.text(.transport(.listCases, sent)).contains("Nothing was sent"))
  }

  @Test func aKeyIsOfferedOnlyWhereItCanHelp() {
    func offer(_ kind: TransportError.Kind, _ fault: TransportFault?) -> Bool {
      let error = TransportError(kind, "a", fault: fault)
      return Wording.offeringRetry(.transport(.listCases, error)).hasSuffix(" r tries again.")
    }
    #expect(offer(.notConnected, nil) && offer(.notConnected, .proxyUnreachable))
    #expect(offer(.untrusted, .expired) && !offer(.untrusted, .authoritiesUnreadable))
    #expect(!offer(.notConnected, .proxyWantsName) && !offer(.notConnected, .proxyRefusesName))
    #expect(!offer(.unidentified, .certificateWanted))
  }
}
