import Glibc
import Testing

@testable import Workbench

@Suite struct DraftFolderTests {
  /// What is kept in these tests.
  struct Note: Codable, Equatable {
    var text: String
  }

  private let home: TemporaryFolder
  private var path: String { home.path + "/state/caseworkbench/drafts" }

  init() throws { home = try TemporaryFolder() }

  private func folder() -> DraftFolder<Note> { DraftFolder(path: path) }

  /// Test line 4: every byte, blanks and empty lines at the end too.
  @Test func whatWasKeptIsThereForTheNextProgram() throws {
    let text = "line\r\n\ttab  \r\u{0}\u{1B} e\u{301} \u{E9} 👩\u{200D}👧 “\\\"”\n\n"
    let first = folder()
    try first.keep(Note(text: "older"), as: "case-1")
    try first.keep(Note(text: text), as: "case-1")
    try first.keep(Note(text: "new"), as: "new-case")
    let contents = try folder().loadAll()
    #expect(
      contents.drafts.mapValues { Array($0.text.utf8) } == [
        "case-1": Array(text.utf8), "new-case": Array("new".utf8),
      ])
    #expect(contents.others.isEmpty && contents.broken.isEmpty)
    #expect(TemporaryFolder.names(path) == ["case-1.json", "new-case.json"])
  }

  @Test func onlyTheUserMayRead() throws {
    _ = unsafe mkdir(home.path + "/state", 0o755)
    try folder().keep(Note(text: "secret"), as: "case-1")
    let modes = ["", "/case-1.json"].map { TemporaryFolder.mode(path + $0) }
    #expect(modes == [0o700, 0o600])
  }

  @Test func whatWasDroppedIsGone() throws {
    let folder = folder()
    try folder.keep(Note(text: "saved"), as: "case-1")
    try folder.drop("case-1")
    try folder.drop("case-1")
    #expect(TemporaryFolder.names(path) == [])
    let next = self.folder()
    try folder.keep(Note(text: "read"), as: "case-2")
    _ = try next.loadAll()
    try next.drop("case-2")
    #expect(TemporaryFolder.names(path) == [])
  }

  @Test func noFolderIsNoDraft() throws {
    let contents = try folder().loadAll()
    #expect(contents.drafts.isEmpty && contents.broken.isEmpty)
    #expect(TemporaryFolder.names(home.path) == [], "reading must not make a folder")
  }

  @Test(arguments: ["", "{\"text\":", "[]", "{\"text\": 5}", "\u{0}"])
  func aBrokenFileIsSetAsideAndNeverWrittenOver(broken: String) throws {
    try folder().keep(Note(text: "good"), as: "case-2")
    TemporaryFolder.write(broken, to: path + "/case-1.json")
    TemporaryFolder.write("older", to: path + "/case-1.json.broken")
    let next = folder()
    let contents = try next.loadAll()
    #expect(contents.drafts == ["case-2": Note(text: "good")])
    #expect(contents.broken == [path + "/case-1.json.broken-2"])
    try next.keep(Note(text: "new"), as: "case-1")
    let names = TemporaryFolder.names(path)
    #expect(
      names == ["case-1.json", "case-1.json.broken", "case-1.json.broken-2", "case-2.json"])
    #expect(TemporaryFolder.read(path + "/case-1.json.broken") == "older")
  }

  /// What is no plain file, or too large, holds nobody up, is left where it is and told as such.
  @Test(.timeLimit(.minutes(1))) func whatIsNoDraftIsLeftAloneAndTold() throws {
    try folder().keep(Note(text: "good"), as: "case-2")
    _ = unsafe mkfifo(path + "/case-3.json", 0o600)
    _ = unsafe mkdir(path + "/case-4.json", 0o700)
    _ = unsafe symlink("case-2.json", path + "/case-5.json")
    TemporaryFolder.write("", to: path + "/case-6.json")
    _ = unsafe truncate(path + "/case-6.json", 5_000_000_000)
    let next = folder()
    let contents = try next.loadAll()
    #expect(contents.drafts == ["case-2": Note(text: "good")] && contents.broken == [])
    #expect(
      contents.unread == [
        .noFile(path + "/case-3.json"), .noFile(path + "/case-4.json"),
        .noFile(path + "/case-5.json"), .tooLarge(path + "/case-6.json"),
      ])
    try next.keep(Note(text: "new"), as: "case-3")
    #expect(TemporaryFolder.read(path + "/case-3~2.json") != nil)
    #expect(TemporaryFolder.names(path).count == 6)
  }

  /// A killed program leaves no words behind in a file that nobody looks at.
  @Test func whatAKilledProgramLeftIsRemoved() throws {
    try folder().keep(Note(text: "good"), as: "case-2")
    TemporaryFolder.write("half", to: path + "/.case-2.json.tmp")
    TemporaryFolder.write("half", to: path + "/.case-9.json.tmp")
    _ = try folder().loadAll()
    #expect(TemporaryFolder.names(path) == ["case-2.json"])
  }

  @Test func aFileInThePlaceOfTheFolderIsTold() throws {
    TemporaryFolder.write("", to: home.path + "/file")
    for path in [home.path + "/file", home.path + "/file/drafts"] {
      #expect(throws: FileError.system(path, code: ENOTDIR)) {
        _ = try DraftFolder<Note>(path: path).loadAll()
      }
    }
  }

  /// A program that was stopped while it wrote must not hold up all others for ever.
  @Test(.timeLimit(.minutes(1))) func aFolderThatIsHeldIsToldAndTakenLater() throws {
    try folder().keep(Note(text: "good"), as: "case-2")
    let other = unsafe open(path, O_RDONLY | O_DIRECTORY)
    try #require(other >= 0 && flock(other, LOCK_EX) == 0)
    let mine = folder()
    #expect(throws: FileError.held(path)) { try mine.keep(Note(text: "words"), as: "case-1") }
    close(other)
    try mine.keep(Note(text: "words"), as: "case-1")
    #expect(try folder().loadAll().drafts["case-1"] == Note(text: "words"))
  }

  @Test func twoProgramsKeepTheirWordsApart() throws {
    let first = folder()
    let second = folder()
    try first.keep(Note(text: "first"), as: "case-1")
    for round in 1...3 {
      try second.keep(Note(text: "second \(round)"), as: "case-1")
      try first.keep(Note(text: "first \(round)"), as: "case-1")
    }
    #expect(TemporaryFolder.names(path) == ["case-1.json", "case-1~2.json"])
    let third = folder()
    let contents = try third.loadAll()
    #expect(contents.drafts == ["case-1": Note(text: "first 3")])
    #expect(contents.others.map(\.file) == ["case-1~2.json"])
    #expect(contents.others.map(\.value) == [Note(text: "second 3")])
    try first.drop("case-1")
    #expect(try folder().loadAll().drafts == ["case-1": Note(text: "second 3")])
    // The third one read a draft that its writer has dropped since.
    try third.drop("case-1")
    #expect(TemporaryFolder.names(path) == ["case-1~2.json"])
  }

  /// What another program wrote after the start was not seen until the next one.
  @Test func whatAnotherProgramKeepsIsSeenWhenItIsLookedFor() throws {
    let first = folder()
    let second = folder()
    #expect(try first.loadAll().others.isEmpty)
    try first.keep(Note(text: "first"), as: "case-1")
    try second.keep(Note(text: "second"), as: "case-1")
    try second.keep(Note(text: "two"), as: "case-2")
    #expect(try first.look().others.map(\.value.text) == ["second", "two"])
    try second.keep(Note(text: "two, gone on with"), as: "case-2")
    #expect(try first.look().others.map(\.value.text) == ["second", "two, gone on with"])
    try second.drop("case-1")
    try second.drop("case-2")
    let found = try first.look()
    #expect(found.others.isEmpty && found.gone.isEmpty)
  }

  @Test func aDraftThatWasOnlyReadHereIsGoneWithItsFile() throws {
    let writer = folder()
    try writer.keep(Note(text: "one"), as: "case-1")
    try writer.keep(Note(text: "two"), as: "case-2")
    try writer.keep(Note(text: "three"), as: "case-3")
    let reader = folder()
    #expect(try reader.loadAll().drafts.count == 3)
    try reader.keep(Note(text: "two, mine"), as: "case-2")
    try writer.drop("case-1")
    try writer.drop("case-2")
    try writer.keep(Note(text: "three, gone on with"), as: "case-3")
    let found = try reader.look()
    #expect(found.gone == ["case-1"], "what was written on here stays")
    #expect(found.others.map(\.value.text) == ["three, gone on with"])
    #expect(try folder().loadAll().drafts["case-2"]?.text == "two, mine")
  }

  @Test func oneOfSeveralDraftsIsTakenUpAndTheOthersStay() throws {
    try folder().keep(Note(text: "first"), as: "case-1")
    try folder().keep(Note(text: "second"), as: "case-1")
    let third = folder()
    #expect(try third.loadAll().others.count == 1)
    #expect(try third.takeUp("case-1.json", as: "case-1") == Note(text: "first"))
    try third.keep(Note(text: "first, longer"), as: "case-1")
    #expect(try third.others(of: "case-1").map(\.value) == [Note(text: "second")])
    third.letGo("case-1")
    try third.keep(Note(text: "third"), as: "case-1")
    #expect(
      try third.others(of: "case-1").map(\.value.text) == ["first, longer", "second"])
    #expect(
      TemporaryFolder.names(path) == ["case-1.json", "case-1~2.json", "case-1~3.json"])
    #expect(try third.takeUp("case-1~9.json", as: "case-1") == nil)
    try third.keep(Note(text: "third, longer"), as: "case-1")
    #expect(TemporaryFolder.names(path).count == 3)
  }

  @Test func aDraftThatIsSetAsideLiesBesideTheOneThatIsWrittenOn() throws {
    let folder = folder()
    try folder.keep(Note(text: "mine"), as: "case-1")
    try folder.setAside(Note(text: "mine"), as: "case-1")
    try folder.setAside(Note(text: "mine"), as: "case-1")
    try folder.keep(Note(text: "theirs, longer"), as: "case-1")
    #expect(TemporaryFolder.names(path) == ["case-1.json", "case-1~2.json"])
    #expect(try folder.others(of: "case-1").map(\.value.text) == ["mine"])
    try folder.drop("case-1")
    #expect(TemporaryFolder.names(path) == ["case-1~2.json"])
  }

  @Test func anotherDraftIsDroppedAsItWasReadOnly() throws {
    let first = folder()
    try first.keep(Note(text: "first"), as: "case-1")
    let second = folder()
    try second.keep(Note(text: "second"), as: "case-1")
    #expect(try second.others(of: "case-1").map(\.file) == ["case-1.json"])
    try first.keep(Note(text: "first, longer"), as: "case-1")
    try second.drop(file: "case-1.json")
    #expect(try second.others(of: "case-1").map(\.value.text) == ["first, longer"])
    try second.drop(file: "case-1.json")
    #expect(TemporaryFolder.names(path) == ["case-1~2.json"])
  }

  @Test func aDraftThatAnotherProgramWentOnWithIsNotDropped() throws {
    let first = folder()
    try first.keep(Note(text: "first"), as: "case-1")
    let second = folder()
    _ = try second.loadAll()
    try first.keep(Note(text: "first, longer"), as: "case-1")
    try second.drop("case-1")
    #expect(try folder().loadAll().drafts == ["case-1": Note(text: "first, longer")])
  }

  /// Test line 7: a program died in the middle of writing; the old draft is whole.
  @Test func whatAProgramThatDiedLeftBehindIsNoHindrance() throws {
    let folder = folder()
    try folder.keep(Note(text: "one"), as: "case-1")
    TemporaryFolder.write("{\"te", to: path + "/.case-1.json.tmp")
    try folder.keep(Note(text: "two"), as: "case-1")
    #expect(TemporaryFolder.names(path) == ["case-1.json"])
    #expect(try self.folder().loadAll().drafts == ["case-1": Note(text: "two")])
  }

  @Test(arguments: ["", ".", "..", "a/b", "../x", ".hidden", "a\u{0}", "a~2", "ü"])
  func namesThatAreNoneAreRefused(name: String) {
    #expect(throws: FileError.badName(name)) { try folder().keep(Note(text: ""), as: name) }
    #expect(TemporaryFolder.names(home.path) == [])
  }

  @Test func aFileInTheWayIsSaid() {
    TemporaryFolder.write("", to: home.path + "/state")
    #expect(throws: FileError.noFolder(path)) { try folder().keep(Note(text: ""), as: "case-1") }
  }

  @Test func manyThreadsLoseNothing() async throws {
    let folder = folder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          for round in 0..<5 { try folder.keep(Note(text: "\(round)"), as: "case-\(number)") }
        }
      }
      try await group.waitForAll()
    }
    let drafts = try self.folder().loadAll().drafts
    #expect(drafts.count == 20 && drafts.values.allSatisfy { $0.text == "4" })
  }

  /// Runs in a process of its own, since the limit holds for a whole process.
  @Test func aFullDiskKeepsTheOlderDraft() async {
    await #expect(processExitsWith: .success) {
      let home = try TemporaryFolder()
      let folder = DraftFolder<Note>(path: home.path)
      try folder.keep(Note(text: "older"), as: "case-1")
      FileSizeLimit.set(bytes: 4_096)
      let long = Note(text: String(repeating: "x", count: 10_000))
      #expect(throws: FileError.diskFull(home.path + "/case-1.json")) {
        try folder.keep(long, as: "case-1")
      }
      #expect(TemporaryFolder.names(home.path) == ["case-1.json"])
      let next = DraftFolder<Note>(path: home.path)
      #expect(try next.loadAll().drafts == ["case-1": Note(text: "older")])
    }
  }
}
