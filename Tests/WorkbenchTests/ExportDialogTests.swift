import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What is shown of a file that comes, and how it is given up.
@Suite struct ExportDialogTests {
  private let order = ExportOrder(
    number: CaseNumber(7), kind: .summaryPDF, path: "Case-7.pdf", replacing: false)

  private var walk: Walk {
    var walk = Walk.withCase(7)
    walk.press("x", "p", .enter)
    return walk
  }

  @Test(arguments: [
    (0, 12_000_000, "0 of 12 MB"), (3_999_999, 12_900_000, "3 of 12 MB"),
    (340_000, 1_690_000, "0.3 of 1.6 MB"), (1_618, nil, "1.6 kB"), (999, 1_000, "0.9 of 1.0 kB"),
    (12, 800, "12 of 800 bytes"), (7, nil, "7 bytes"), (45_000_000, nil, "45 MB"),
    (1_234_000_000_000, nil, "1,234 GB"), (5_000, 2_000, "5.0 of 2.0 kB"),
  ])
  func theStatusRowTellsHowFarAFileIs(received: Int, expected: Int?, text: String) {
    var walk = walk
    let before = walk.state.work
    walk.send(
      .exportProgressed(order, DownloadProgress(received: received, expected: expected)))
    #expect(before == [.export(CaseNumber(7)): "PDF of #7"])
    #expect(walk.state.work == [.export(CaseNumber(7)): "PDF of #7: \(text)"])
  }

  @Test func escStopsAFileAndSaysSo() {
    var walk = walk
    #expect(walk.state.hints.map(\.key) == ["Enter", "Esc"])
    walk.press(.escape)
    #expect(walk.orders == [.cancel(.export(CaseNumber(7)))])
    #expect(walk.state.dialog == nil && walk.state.work.isEmpty)
    #expect(
      walk.state.notice
        == Notice(.attention, "Stopped saving the PDF of #7; no part of it is left"))
    // What was on its way from the network says no more.
    walk.send(.exportProgressed(order, DownloadProgress(received: 1, expected: nil)))
    #expect(walk.state.work.isEmpty)
  }

  /// Enter leaves the file to come while something else is done; `x` shows it again.
  @Test func aFileComesWhileSomethingElseIsDoneAndCanStillBeStopped() {
    var walk = walk
    walk.press(.enter)
    #expect(walk.orders.isEmpty && walk.state.dialog == nil && !walk.state.work.isEmpty)
    walk.press("x")
    guard case .export(let dialog) = walk.state.dialog else {
      Issue.record("no dialog")
      return
    }
    #expect(dialog.isSending && dialog.path.text == "Case-7.pdf")
    // Neither keys nor pasted text change where it goes, nor is it ordered twice.
    walk.press("p", "c", "y")
    walk.send(.terminal(.paste("z"), at: Walk.now))
    #expect(walk.state.dialog == .export(dialog) && walk.orders.isEmpty)
    walk.press(.escape)
    #expect(walk.orders == [.cancel(.export(CaseNumber(7)))])
    walk.press("x")
    guard case .export(let fresh) = walk.state.dialog else {
      Issue.record("no dialog")
      return
    }
    #expect(fresh.stage == .kind && !fresh.isSending)
  }

  /// Who leaves waits for the file, and is told the truth about it meanwhile.
  @Test func whoLeavesSeesHowFarTheFileIs() {
    var walk = walk
    walk.press(.enter, "q")
    walk.send(.exportProgressed(order, DownloadProgress(received: 2_000, expected: 9_000)))
    #expect(
      walk.state.notice
        == Notice(
          .attention, "Leaving once this is done: PDF of #7: 2.0 of 9.0 kB. q asks to leave now"))
    walk.send(.exportEnded(order, .saved(path: "Case-7.pdf", bytes: 9_000)))
    #expect(walk.state.isFinished)
  }

  @Test func aFileThatEndsElsewhereClosesNoOtherDialog() {
    var walk = walk
    walk.press(.enter, "?")
    walk.send(.exportEnded(order, .saved(path: "Case-7.pdf", bytes: 9)))
    #expect(walk.state.dialog == .keys(KeysDialog()) && walk.state.work.isEmpty)
    #expect(walk.state.notice == Notice(.done, "Saved Case-7.pdf, 9 bytes"))
  }
}
