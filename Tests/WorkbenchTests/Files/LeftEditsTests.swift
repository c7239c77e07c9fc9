import CasesAPI
import CaseWire
import Glibc
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

/// What editors wrote for workbenches that ended before them is found by the next one.
@Suite struct LeftEditsTests {
  private let home: TemporaryFolder
  private var drafts: String { home.path + "/drafts" }
  private var editor: String { EditorFile.folder(beside: drafts) }
  private let file = "case-7-findings.md"

  init() throws { home = try TemporaryFolder() }

  /// The findings of case 7, lent to an editor while its name is changed in the form.
  private func loan() throws -> EditorLoan {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.state.form?.focus = .name
    walk.type("!")
    walk.state.form?.focus = .findings
    walk.press(.control("o"))
    return try #require(walk.state.loan)
  }

  /// Lends the text and leaves it so, with what an editor wrote.
  private func leave(_ text: String) throws {
    let loan = try loan()
    var file = EditorFile(loan.edit, in: editor)
    try file.write(loan)
    TemporaryFolder.write(text, to: file.path)
  }

  private func load() throws -> [Draft] {
    let loaded = try DraftKeeper(path: drafts).loadAll()
    return loaded.drafts + loaded.others.map(\.draft)
  }

  @Test func whatAnEditorLeftBecomesADraftOnce() throws {
    try leave("Seen on Friday.\nFrom outside.\n")
    let found = try load()
    #expect(found.map(\.texts.findings) == ["Seen on Friday.\nFrom outside."])
    #expect(found.map(\.texts.name) == [Sample.whole(7).content.name + "!"])
    #expect(found.first?.base == Sample.whole(7).content)
    #expect(TemporaryFolder.names(editor) == [file, "\(file).json"], "an editor may still have it")
    #expect(try load() == found)
    #expect(TemporaryFolder.names(editor).isEmpty)
    #expect(try load() == found)
  }

  /// An editor that needs no terminal goes on, though the workbench has ended.
  @Test func whatIsWrittenAfterThatBecomesAnotherDraft() throws {
    try leave("Seen on Friday.\nFrom outside.\n")
    _ = try load()
    TemporaryFolder.write("Seen on Friday.\nFrom outside.\nMore.\n", to: "\(editor)/\(file)")
    #expect(
      Set(try load().map(\.texts.findings)) == [
        "Seen on Friday.\nFrom outside.", "Seen on Friday.\nFrom outside.\nMore.",
      ])
  }

  @Test func theFileOfAnEditorThatIsWaitedForIsLeftAlone() throws {
    let loan = try loan()
    var file = EditorFile(loan.edit, in: editor)
    try file.write(loan)
    TemporaryFolder.write("Half a sen", to: file.path)
    #expect(try load().isEmpty)
    #expect(TemporaryFolder.read(file.path) == "Half a sen")
    file.remove()
    #expect(TemporaryFolder.names(editor).isEmpty)
  }

  @Test(arguments: ["Seen on Friday.", "Seen on Friday.\n", "", "\n"])
  func aFileThatSaysNothingNewIsRemoved(text: String) throws {
    try leave(text)
    #expect(try load().isEmpty)
    #expect(TemporaryFolder.names(editor).isEmpty)
  }

  /// What cannot be read as text, or belongs to nothing that is known, is nobody's to remove.
  @Test func whatCannotBeReadStays() throws {
    try leave("Seen on Friday.\nFrom outside.\n")
    TemporaryFolder.write("no note", to: "\(editor)/\(file).json")
    TemporaryFolder.write("{}", to: "\(editor)/other.md")
    #expect(try load().isEmpty)
    #expect(TemporaryFolder.names(editor) == [file, "\(file).json", "other.md"])
  }

  @Test func onlyTheUserMayReadTheNote() throws {
    try leave("Seen on Friday.\nFrom outside.\n")
    #expect(TemporaryFolder.mode("\(editor)/\(file).json") == 0o600)
  }
}
