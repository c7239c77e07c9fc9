import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// The user's own editor: real ones, and scripts that behave badly.
@Suite struct EditorTests {
  /// Opens the workbench with an editor and starts it on the first case's findings.
  private func edit(with editor: String, at place: Workplace) throws -> PTYProcess {
    let program = try place.open(environment: ["VISUAL": "", "EDITOR": editor])
    program.send("E")
    return program
  }

  private func script(_ body: String, in folder: String, name: String = "editor.sh") throws
    -> String
  {
    let path = "\(folder)/\(name)"
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: path))
    _ = unsafe chmod(path, 0o755)
    return path
  }

  @Test func aLineThatAnEditorAddsIsSavedAndNothingElseChanges() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var content = first.content
      content.findings = "# Title\r\n\ttabbed  \n\n```\na\rb\n```\n\n"
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: content, status: .open))
      let editor = try script(
        "test $# -eq 3 && test \"$1 $2\" = 'one two words' && printf 'Added.\\n' >> \"$3\"",
        in: place.folder)
      var expected = content.findings ?? ""
      for _ in 0..<3 {
        let program = try edit(with: "\(editor) one 'two words'", at: place)
        try program.waitFor(text: "Taken from the editor")
        program.send("\u{13}")
        try program.waitFor(text: "✓ Saved")
        program.send("Q")
        _ = try program.waitForEnd()
        expected += "Added.\n"
      }
      let stored = try await place.client.getCase(first.number)
      #expect(stored.findings == expected)
      let left = try? FileManager.default.contentsOfDirectory(
        atPath: "\(place.folder)/.local/state/caseworkbench")
      #expect(left != nil)
    }
  }

  @Test(arguments: [
    ("exit 3", "ended with status 3"), ("true", "Nothing was changed in the editor"),
    ("printf '\\377' > \"$1\"", "holds no UTF-8"), ("rm \"$1\"", "is gone"),
    ("kill -9 $$", "ended with status 137"),
  ])
  func anEditorThatGivesNoTextChangesNothing(body: String, told: String) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let program = try edit(with: try script(body, in: place.folder), at: place)
      try program.waitFor(text: told)
      program.send("\u{1B}")
      try program.waitFor("the list") { $0.contains("j/k move") }
      let after = try await place.client.getCase(first.number)
      #expect(after == first)
      program.send("Q")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))
    }
  }

  @Test func aMissingEditorIsNamedAndTheWorkbenchLivesOn() async throws {
    try await Workplace.use { place in
      let program = try edit(with: "no-such-editor-here --wait", at: place)
      try program.waitFor(text: "cannot be started: set VISUAL or EDITOR")
      #expect(program.screen.contains("#"))
    }
  }

  @Test func anEditorThatWritesAnotherFileInItsPlaceIsRead() async throws {
    try await Workplace.use { place in
      let body = "printf 'Written anew.' > \"$1.new\" && mv \"$1.new\" \"$1\""
      let editor = try script(body, in: place.folder, name: "with blank.sh")
      let program = try edit(with: "'\(editor)'", at: place)
      try program.waitFor(text: "Taken from the editor")
      #expect(program.screen.contains("Written anew."))
    }
  }

  @Test func tooLongATextIsKeptAndTheOverrunIsTold() async throws {
    try await Workplace.use { place in
      let editor = try script("head -c 30010 /dev/zero | tr '\\0' x > \"$1\"", in: place.folder)
      let program = try edit(with: editor, at: place)
      try program.waitFor(text: "Taken from the editor")
      program.send("\u{13}")
      try program.waitFor(text: "10 characters too long")
      try program.waitFor(text: "30,010 of 30,000")
    }
  }

  /// ed(1) reads the terminal, so this also shows that it has the foreground.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/ed")))
  func aRealEditorWorksOnTheTerminalAndTheScreenComesBackWhole() async throws {
    try await Workplace.use { place in
      let program = try edit(with: "ed -p edit:", at: place)
      try program.waitFor("the editor's own prompt") {
        !$0.isAlternate && $0.contains("edit:")
      }
      program.send("$a\nBy ed, é 中.\n.\nw\nq\n")
      try program.waitFor("the whole screen") {
        $0.isAlternate && $0.contains("Taken from the editor") && $0.contains("By ed, é 中.")
          && $0.contains("^S save")
      }
    }
  }

  @Test func theWorkbenchAndItsEditorEndTogether() async throws {
    try await Workplace.use { place in
      let mark = "\(place.folder)/started"
      let editor = try script("echo $$ > '\(mark)'; exec sleep 600", in: place.folder)
      let program = try edit(with: editor, at: place)
      try waitUntil("the editor") { FileManager.default.fileExists(atPath: mark) }
      program.signal(SIGTERM)
      let ending = try program.waitForEnd()
      #expect(ending == .killed(SIGTERM))
      let text = String(decoding: try Data(contentsOf: URL(filePath: mark)), as: UTF8.self)
      let editorID = try #require(Int32(text.filter(\.isNumber)))
      try waitUntil("the end of the editor") { kill(editorID, 0) != 0 }
    }
  }
}
