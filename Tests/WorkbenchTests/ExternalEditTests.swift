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

  /// Case 7 whose findings are on their way to the server and in an editor at once.
  private func lentWhileSaving() throws -> (Walk, SaveOrder, ExternalEdit) {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nSent.")
    walk.press(.control("s"), .control("o"))
    let order = try #require(walk.saves.first)
    let edit = try #require(walk.state.externalEdit)
    return (walk, order, edit)
  }

  /// What somebody else wrote meanwhile is asked about, since the editor's text was written
  /// without.
  @Test(arguments: ["Seen on Friday.", "Seen on Friday.\nTheirs."])
  func whatIsWrittenOutsideWhileASaveIsOnItsWayIsKept(stored: String) throws {
    var (walk, order, edit) = try lentWhileSaving()
    let latest = Sample.whole(7, findings: "\(stored)\nSent.")
    walk.send(.saveEnded(order, .change(.saved(latest, kept: []))))
    #expect(walk.state.form != nil)
    let text = "Seen on Friday.\nSent.\nWritten outside."
    #expect(!walk.state.holds(text + "\n", of: edit))
    walk.send(.editorEnded(edit, .text(text + "\n")))
    #expect(walk.state.form?.texts.findings == text)
    #expect(walk.state.holds(text + "\n", of: edit))
    let draft = try #require(walk.state.drafts[edit.key])
    #expect(draft.texts.findings == text)
    #expect(draft.base.findings == "Seen on Friday.\nSent.")
  }

  @Test func whatIsWrittenOutsideWhileANewCaseIsMadeBecomesAChangeOfIt() throws {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.type("Night download")
    walk.press(.tab, .tab, .tab)
    walk.type("First.")
    walk.press(.control("s"), .control("o"))
    let order = try #require(walk.saves.first)
    let edit = try #require(walk.state.externalEdit)
    var created = Sample.whole(8, findings: nil)
    created.description = "First."
    walk.send(.saveEnded(order, .creation(.created(created))))
    walk.send(.editorEnded(edit, .text("First.\nWritten outside.\n")))
    let key = DraftKey.existing(CaseNumber(8))
    #expect(walk.state.form?.key == key)
    #expect(walk.state.drafts[key]?.texts.description == "First.\nWritten outside.")
    #expect(walk.state.drafts[.newCase] == nil)
  }

  @Test func anEditorThatChangedNothingWhileASaveWasOnItsWayLeavesNoDraft() throws {
    var (walk, order, edit) = try lentWhileSaving()
    let latest = Sample.whole(7, findings: "Seen on Friday.\nSent.")
    walk.send(.saveEnded(order, .change(.saved(latest, kept: []))))
    walk.send(.editorEnded(edit, .text(edit.text + "\n")))
    #expect(walk.state.drafts.isEmpty)
    #expect(walk.state.holds(edit.text + "\n", of: edit))
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
