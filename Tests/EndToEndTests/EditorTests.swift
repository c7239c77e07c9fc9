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

  /// Trials T005 and T029: three times a line is added, and all other bytes stay.
  ///
  /// The arguments come split, the file last.
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

  /// Trial T029, test line 16: an editor that fails, or changes nothing, sends nothing and is told.
  @Test(arguments: [
    ("exit 3", "ended with status 3"), ("true", "Nothing was changed in the editor"),
    ("printf '\\377' > \"$1\"", "is no UTF-8"), ("rm \"$1\"", "has removed the file"),
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

  /// What an editor wrote before it failed is named, and no later editor writes over it.
  @Test func whatAnEditorWroteBeforeItFailedStays() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let body = "date +%N >> \"$1\"; echo words >> \"$1\"; exit 1"
      let program = try edit(with: try script(body, in: place.folder), at: place)
      let name = "case-\(first.number)-findings"
      try program.waitFor(text: "\(name).md")
      program.send("\u{0F}")
      try program.waitFor(text: "\(name)-2.md")
      var found: Set<String> = []
      for path in try FileManager.default.subpathsOfDirectory(atPath: place.folder)
      where path.contains("/editor/\(name)") {
        let text = try String(contentsOf: URL(filePath: "\(place.folder)/\(path)"), encoding: .utf8)
        if text.hasSuffix("words\n") { found.insert(text) }
      }
      #expect(found.count == 2)
    }
  }

  /// The words were saved in the editor, but it had not ended when the terminal was closed, or the
  /// workbench killed.
  @Test(arguments: [SIGHUP, SIGKILL])
  func whatWasSavedInAnEditorThatTheWorkbenchDidNotOutliveIsADraft(signal: Int32) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let body = "printf '\\nFrom outside.\\n' >> \"$1\"; echo WRITTEN; exec sleep 5"
      let program = try edit(with: try script(body, in: place.folder), at: place)
      try program.waitFor(text: "WRITTEN")
      if signal == SIGKILL { program.signal(signal) } else { program.closeTerminal() }
      let ending = try program.waitForEnd()
      #expect(ending == .killed(signal))
      let again = try place.open()
      try again.waitFor(text: "1 draft from before: #\(first.number)")
      again.send("e")
      try again.waitFor(text: "From outside.")
    }
  }

  /// Trial T029: a missing program is named, and nothing else happens.
  @Test func aMissingEditorIsNamedAndTheWorkbenchLivesOn() async throws {
    try await Workplace.use { place in
      let program = try edit(with: "no-such-editor-here --wait", at: place)
      try program.waitFor(text: "cannot be started: set VISUAL or EDITOR")
      #expect(program.screen.contains("#"))
    }
  }

  /// Trial T029: a path with a blank; this editor renames a new file over the old one.
  @Test func anEditorThatWritesAnotherFileInItsPlaceIsRead() async throws {
    try await Workplace.use { place in
      let body = "printf 'Written anew.' > \"$1.new\" && mv \"$1.new\" \"$1\""
      let editor = try script(body, in: place.folder, name: "with blank.sh")
      let program = try edit(with: "'\(editor)'", at: place)
      try program.waitFor(text: "Taken from the editor")
      #expect(program.screen.contains("Written anew."))
    }
  }

  /// Trial T006 a: a text longer than the server takes is kept, with its overrun.
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

  /// Real editors, each with its own keys, on the terminal that they are lent.
  ///
  /// ed(1) reads it line by line, so it also shows that the editor has the foreground.
  @Test(arguments: RealEditor.all)
  func realEditorsWriteAndTheScreenComesBackWhole(editor: RealEditor) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var content = first.content
      content.findings = "First.\nSecond."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: content, status: .open))
      let program = try edit(with: editor.command, at: place)
      try program.waitFor(text: editor.sign)
      #expect(program.screen.isAlternate == editor.fillsScreen)
      for keys in editor.keys {
        program.send(keys)
        program.waitForQuiet(milliseconds: 150)
      }
      try program.waitFor("the whole screen") {
        $0.isAlternate && $0.contains("Taken from the editor") && $0.contains("^S save")
          && $0.contains("1 of ")
      }
      program.send("\u{13}")
      try program.waitFor(text: "✓ Saved")
      let stored = try await place.client.getCase(first.number)
      #expect(stored.findings == "First.\nSecond.\n" + editor.line)
    }
  }

  /// Test line 48: an editor asked the terminal something and ended before the answers came.
  ///
  /// They are no keys for the workbench, which asks nothing itself.
  @Test func lateAnswersOfTheTerminalAreNotTyped() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let questions = "\\033[c\\033[6n\\033]11;?\\007"
      let body = "printf '\(questions)'; printf 'Written anew.' > \"$1\""
      let program = try edit(with: try script(body, in: place.folder), at: place)
      try program.waitFor(text: "Taken from the editor")
      program.send("\u{1B}[?64;1;22c\u{1B}[12;40R\u{1B}]11;rgb:0000/0000/0000\u{1B}\\")
      program.send("\u{1B}[1;5F!")
      try program.waitFor(text: "Written anew.!")
      program.send("\u{13}")
      try program.waitFor(text: "✓ Saved")
      #expect(try await place.client.getCase(first.number).findings == "Written anew.!")
      let drawn = String(decoding: program.transcript, as: UTF8.self)
      for question in ["\u{1B}[c", "\u{1B}[6n", "\u{1B}]11;?"] {
        #expect(drawn.split(separator: question, omittingEmptySubsequences: false).count == 2)
      }
    }
  }

  /// Test line 16: the editor gets all of a long field; what it empties is not sent.
  @Test func aLongTextReachesTheEditorWholeAndAnEmptyFileChangesNothing() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var content = first.content
      let long = String(repeating: "0123456789 中é\n", count: 30_000 / 14)
      content.findings = long
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: content, status: .open))
      let seen = "\(place.folder)/seen"
      let editor = try script("cp \"$1\" '\(seen)'; : > \"$1\"", in: place.folder)
      let program = try edit(with: editor, at: place)
      try program.waitFor(text: "The editor left an empty file")
      #expect(try Data(contentsOf: URL(filePath: seen)) == Data(long.utf8))
      program.send("\u{13}")
      try program.waitFor(text: "Nothing was changed")
      #expect(try await place.client.getCase(first.number).findings == long)
    }
  }

  /// The workbench alone is continued, as by a debugger; the editor must not stay behind, stopped.
  @Test func anEditorThatStopsGoesOnWithTheWorkbench() async throws {
    try await Workplace.use { place in
      let editor = try script(
        "kill -STOP $PPID; echo 'Written after the stop.' >> \"$1\"", in: place.folder)
      let program = try edit(with: editor, at: place)
      try program.waitForStop()
      program.signal(SIGCONT)
      try program.waitFor(text: "Written after the stop.")
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
