import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct ExternalEditTests {
  /// Trial T005: no line feed is gained by an editor, and none is lost.
  @Test(arguments: [
    ("a", "a\n", "a"), ("a", "a\nb\n", "a\nb"), ("a\n", "a\n", "a\n"), ("a\n", "a\n\n", "a\n\n"),
    ("", "\n", ""), ("", "x\n", "x"), ("a\r\n", "a\r\nb\n", "a\r\nb\n"), ("a", "a", "a"),
    ("a  \n\n", "a  \n\n", "a  \n\n"), ("a", "", ""), ("a", "a\r\nb\r\n", "a\r\nb"),
  ])
  func theLineFeedThatEditorsAddIsTakenOffAgain(text: String, file: String, result: String) {
    let edit = ExternalEdit(.newCase, .findings, text)
    #expect(Array(edit.text(from: file).utf8) == Array(result.utf8))
  }

  /// What a program leaves that failed does not empty a field.
  @Test(arguments: ["", "\n", " \n\n"])
  func anEmptyFileChangesNothing(file: String) throws {
    var walk = Walk.withCase(7)
    walk.press("E")
    let edit = try #require(walk.state.externalEdit)
    walk.send(.editorEnded(edit, .text(file)))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    #expect(walk.state.drafts.isEmpty)
    #expect(walk.state.notice?.text == Wording.editorLeftNothing)
  }

  @Test func theTextComesBackAsADraftWithOneUndoStep() throws {
    var walk = Walk.withCase(7)
    walk.press("E")
    let edit = try #require(walk.state.externalEdit)
    #expect(edit == ExternalEdit(.existing(CaseNumber(7)), .findings, "Seen on Friday."))
    #expect([1, 2].map(edit.fileName) == ["case-7-findings.md", "case-7-findings-2.md"])
    walk.send(.editorEnded(edit, .text("Seen on Friday.\nAnd Monday.\n")))
    #expect(walk.state.externalEdit == nil)
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nAnd Monday.")
    #expect(walk.state.drafts[edit.key]?.texts.findings == "Seen on Friday.\nAnd Monday.")
    #expect(walk.saves.isEmpty)
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
  }

  @Test func aFailedEditorLeavesTheTextAndSaysWhy() throws {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.type("!")
    walk.press(.control("o"))
    walk.send(.editorEnded(try #require(walk.state.externalEdit), .failed("“vi” ended with 1")))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.!")
    #expect(walk.state.notice == Notice(.error, "“vi” ended with 1. The text is as it was"))
  }

  @Test func fieldsOfOneLineAreNotForTheEditor() {
    var walk = Walk.withCase(7)
    walk.press("e", .tab, .control("o"))
    #expect(walk.state.externalEdit == nil)
    #expect(walk.state.notice?.kind == .info)
  }

  /// Trial T029: where `EDITOR` is empty, `VISUAL` counts, and so the other way round.
  @Test(
    arguments: [
      (nil, nil, "sensible-editor"), ("", "  ", "sensible-editor"), (nil, "nano -w", "nano -w"),
      ("vim", "nano", "vim"),
    ] as [(String?, String?, String)])
  func visualComesBeforeEditor(visual: String?, editor: String?, words: String) {
    let command = EditorCommand(visual: visual, editor: editor)
    #expect(command.words == words)
    #expect(command.arguments(for: "/f").last == "/f")
  }
}
