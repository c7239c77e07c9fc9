import CaseWire
import CasesAPI
import FoundationEssentials
import TestSupport
import Testing
import Workbench

@testable import WorkbenchCLI

@Suite struct DraftsCommandTests {
  private let spy = ConsoleSpy()

  private func run(
    _ line: String, home: String, isTerminal: Bool = false, answers: [String] = []
  ) -> ExitCode {
    Program(
      environment: ["HOME": home],
      console: spy.console(isTerminal: isTerminal, answers: answers)
    ) { _, _ in
      Issue.record("the workbench must not open")
    }.run(line.split(separator: " ").map(String.init))
  }

  /// Keeps a draft of a case as one program would, by itself.
  private func keep(
    _ findings: String, in folder: String, second: Int64 = 0,
    _ key: DraftKey = .existing(CaseNumber(17))
  ) throws {
    var texts = FormTexts()
    texts.findings = findings
    let draft = Draft(
      key, base: CaseContent(name: ""), origin: FormTexts(), texts: texts,
      changedAt: Timestamp(microseconds: 0).adding(seconds: second))
    try DraftKeeper(path: folder).keep(draft)
  }

  private func state(_ home: String) -> String { "\(home)/.local/state/caseworkbench/drafts" }

  @Test func theListHasEveryDraftOfEveryServerAndSeveralOfACase() async throws {
    try await Scratch.use { home in
      #expect(run("drafts list", home: home) == .success)
      #expect(spy.output == "no drafts\n")
      try keep("a", in: "\(state(home))/api.example.com", second: 60)
      try keep("b", in: "\(state(home))/api.example.com", second: 120)
      try keep("c", in: "\(home)/.local/share/caseworkbench/personal/drafts", .newCase)
      #expect(run("drafts list", home: home) == .success)
      let rows = spy.output.split(separator: "\n").dropFirst().map {
        let words = $0.split(separator: " ")
        return [words[0], words[1], words[3]].joined(separator: " ")
      }
      #expect(
        rows == [
          "DRAFT CHANGED FIELDS",
          "personal-server/new-case 1970-01-01T00:00:00Z findings",
          "api.example.com/case-17 1970-01-01T00:01:00Z findings",
          "api.example.com/case-17~2 1970-01-01T00:02:00Z findings",
        ])
      #expect(spy.error == "")
    }
  }

  @Test func programsGetOneArray() async throws {
    try await Scratch.use { home in
      try keep("a", in: "\(state(home))/lab", second: 60)
      let path = "\(state(home))/lab/case-17.json"
      let size = try #require(FileManager.default.contents(atPath: path)).count
      #expect(run("drafts list --json", home: home) == .success)
      #expect(
        spy.output == """
          [{"bytes":\(size),"caseNumber":17,"changedAt":"1970-01-01T00:01:00.000000Z",\
          "fields":["findings"],"id":"lab/case-17","path":"\(path)","server":"lab"}]

          """)
    }
  }

  @Test func aPipeGetsEveryByteAndATerminalNoControlCharacter() async throws {
    try await Scratch.use { home in
      let text = "one\r\n\u{1B}[2Jtwo e\u{301}  \n\n"
      try keep(text, in: "\(state(home))/lab")
      #expect(run("drafts show lab/case-17", home: home) == .success)
      #expect(Array(spy.output.utf8) == Array(text.utf8))
      #expect(run("drafts show lab/case-17", home: home, isTerminal: true) == .success)
      #expect(
        spy.output.dropFirst(text.count) == "one\\u{d}\n\\u{1b}[2Jtwo e\u{301}  \n\n\n")
      #expect(run("drafts show lab/case-17 --field note", home: home) == .usage)
    }
  }

  @Test func onlyTheDraftThatIsNamedIsDroppedAndOnlyAfterAYes() async throws {
    try await Scratch.use { home in
      let folder = "\(state(home))/lab"
      try keep("mine", in: folder)
      try keep("theirs", in: folder)
      #expect(run("drafts drop lab/case-17", home: home) == .failure)
      #expect(
        spy.error
          == "caseworkbench: there is no terminal to ask on; --yes drops the draft without a "
          + "question\n")
      for answer in ["", "n", "Y e s"] {
        let code = run("drafts drop lab/case-17", home: home, isTerminal: true, answers: [answer])
        #expect(code == .failure)
      }
      #expect(try Scratch.names(in: folder) == ["case-17.json", "case-17~2.json"])
      #expect(
        run("drafts drop lab/case-17", home: home, isTerminal: true, answers: ["y"]) == .success)
      #expect(try Scratch.names(in: folder) == ["case-17~2.json"])
      #expect(run("drafts drop lab/case-17", home: home) == .failure)
      #expect(run("drafts drop --yes lab/case-17~2", home: home) == .success)
      #expect(try Scratch.names(in: folder) == [])
      #expect(spy.output == "dropped lab/case-17\ndropped lab/case-17~2\n")
    }
  }

  @Test func aDraftThatWasWrittenAnewMeanwhileStays() async throws {
    try await Scratch.use { folder in
      let texts = FormTexts()
      let keeper = DraftKeeper(path: folder)
      var draft = Draft(
        .newCase, base: CaseContent(name: ""), origin: texts, texts: texts,
        changedAt: Timestamp(microseconds: 0))
      try keeper.keep(draft)
      let shelf = DraftShelf(path: folder)
      let read = try #require(try shelf.load().entries.first)
      draft.texts.findings = "one word more"
      try keeper.keep(draft)
      #expect(try shelf.drop(read) == false)
      #expect(try shelf.load().entries.map(\.draft.texts.findings) == ["one word more"])
    }
  }

  @Test func aFileThatIsNoDraftIsNamedAndLeftWhereItIs() async throws {
    try await Scratch.use { home in
      let folder = "\(state(home))/lab"
      try keep("whole", in: folder)
      let broken = "\(folder)/case-2.json"
      #expect(FileManager.default.createFile(atPath: broken, contents: Data("{".utf8)))
      #expect(run("drafts list", home: home) == .failure)
      #expect(spy.output.contains("lab/case-17 "))
      #expect(spy.error == "caseworkbench: cannot be read as a draft: \(broken)\n")
      #expect(try Scratch.names(in: folder) == ["case-17.json", "case-2.json"])
    }
  }
}
