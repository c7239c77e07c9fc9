import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import WorkbenchSupport

@testable import Workbench

@Suite struct PasteTests {
  private static let hostile = "q c y dd\n\u{1B}[201~ y\nX7\ny\n"

  private func paste(_ text: String, into walk: inout Walk) {
    walk.send(.terminal(.paste(text), at: Walk.now))
  }

  /// Whether only readings were ordered.
  private func changesNothing(_ walk: Walk) -> Bool {
    walk.saves.isEmpty && walk.state.outbox.isEmpty && !walk.state.isLeaving
      && !walk.state.isFinished
  }

  /// Trial T069 and test line 42: in a list nothing acts, and a notice says so.
  @Test func inAListAPasteDoesNothingAndSaysSo() {
    var walk = Walk.withCase(7)
    let before = walk.state
    paste(Self.hostile, into: &walk)
    #expect(walk.state.notice == Notice(.attention, Wording.pasteIgnored))
    walk.state.notice = before.notice
    #expect(walk.state == before)
    #expect(changesNothing(walk))
  }

  /// Trial T069 and test line 42: a field of one line gets one line, with blanks for the breaks.
  @Test func aFieldOfOneLineGetsOneLineAndIsNotLeft() {
    var walk = Walk.withCase(7)
    walk.press("e", .tab)
    paste(Self.hostile, into: &walk)
    #expect(walk.state.form?.focus == .name)
    #expect(walk.state.form?.texts.name == "Case 7q c y dd \u{1B}[201~ y X7 y")
    #expect(changesNothing(walk))
  }

  /// Trial T069: a question stays unanswered.
  @Test func theQuestionForEverTakesNoPaste() {
    var walk = Walk.withCase(7)
    walk.press("X")
    walk.send(.dialogDrawn)
    let dialog = walk.state.dialog
    paste("7\n", into: &walk)
    #expect(walk.state.dialog == dialog)
    #expect(walk.state.notice == Notice(.attention, Wording.pasteIgnored))
    #expect(changesNothing(walk))
  }

  /// Test line 44: all of a megabyte is there, in one step, in a second.
  @Test func aMegabyteIsOneStepOfUndo() throws {
    var walk = Walk.withCase(7)
    let text = String(repeating: "0123456789 中文 🙂\n", count: 45_000)
    walk.press("e", .controlEnd)
    let clock = ContinuousClock()
    let time = clock.measure { paste(text, into: &walk) }
    #expect((walk.state.form?.texts.findings == "Seen on Friday." + text) as Bool)
    #expect(walk.state.form?.texts.findings.utf8.count ?? 0 > 1_000_000)
    // A debug build on a busy machine is many times slower than what people use.
    #expect(time < .seconds(10))
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    walk.press(.control("g"), "r")
    #expect((walk.state.form?.texts.findings == "Seen on Friday." + text) as Bool)
  }

  /// 30,000 characters of every kind are saved as they were pasted, but for what the contract
  /// forbids (§ 8), which is told at once and again before anything is sent.
  @Test func whatIsSavedIsWhatWasPastedWithoutWhatIsForbidden() throws {
    let pieces = [
      "a", " ", "\t", "\n", "\n", "中", "文字", "🙂", "👩\u{200D}👩\u{200D}👧", "🇩🇪", "e\u{301}",
      "שלום", "مرحبا", "\u{202E}", "\u{FEFF}", "ไทย", "`#*_>|", "\u{7F}", "\u{85}", "\u{0}",
      "\u{1B}[31m", "\u{7}", "\u{1F}",
    ]
    var random = SeededRandom(seed: 69)
    var scalars: [Unicode.Scalar] = []
    while scalars.count < 30_000 {
      scalars += (pieces.randomElement(using: &random) ?? "a").unicodeScalars
    }
    let pasted = String(String.UnicodeScalarView(scalars.prefix(29_985)))
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    paste(pasted, into: &walk)
    let count = pasted.unicodeScalars.count {
      $0.value < 32 && !"\t\n\r".unicodeScalars.contains($0)
    }
    try #require(count > 1_000)
    let told = "\(Wording.grouped(count)) control characters"
    #expect(
      walk.state.notice?.text == told + " pasted that servers refuse; ^G x takes them out")
    walk.press(.control("s"))
    #expect(walk.saves.isEmpty)
    #expect(
      walk.state.form?.problems[.findings]
        == "Holds \(told), which servers refuse; ^G x takes them out")
    #expect(
      (walk.state.form?.texts.findings.isIdentical(to: "Seen on Friday." + pasted)) == true)
    walk.press(.control("g"), "x", .control("s"))
    let allowed = pasted.unicodeScalars.filter { $0.value >= 32 || $0 == "\t" || $0 == "\n" }
    let wanted = "Seen on Friday." + String(String.UnicodeScalarView(allowed))
    let saved = try #require(walk.saves.first?.draft.texts.findings)
    #expect(saved.isIdentical(to: wanted))
    #expect(!saved.unicodeScalars.contains(where: CaseForm.isForbidden))
    // Taking them out was one step.
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings.isIdentical(to: "Seen on Friday." + pasted) == true)
  }
}
