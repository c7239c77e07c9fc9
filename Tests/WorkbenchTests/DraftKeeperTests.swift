import CaseWire
import CasesAPI
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What is typed last is what is on disk, whatever the clock says.
@Suite struct DraftKeeperTests {
  private func draft(_ text: String, at seconds: Int64) -> Draft {
    var draft = Draft(of: Sample.whole(7), at: Walk.now.adding(seconds: seconds))
    draft.texts.findings = text
    return draft
  }

  private func onDisk(_ folder: String) throws -> [String] {
    try DraftKeeper(path: folder).loadAll().drafts.map(\.texts.findings)
  }

  /// A clock that is put back by a day makes the newer text look older.
  @Test func whatIsTypedAfterTheClockWasPutBackIsOnDisk() async throws {
    try await Scratch.use { folder in
      let keeper = DraftKeeper(path: folder)
      try keeper.keep(draft("before", at: 0))
      try keeper.keep(draft("after", at: -86_400))
      #expect(try onDisk(folder) == ["after"])
    }
  }

  /// So does a draft that was written while the clock was ahead.
  @Test func aDraftFromTheFutureIsWrittenOn() async throws {
    try await Scratch.use { folder in
      try DraftKeeper(path: folder).keep(draft("from the future", at: 86_400))
      let keeper = DraftKeeper(path: folder)
      let key = try #require(try keeper.loadAll().drafts.first?.key)
      _ = try keeper.choose(.takeUp("case-7.json"), for: key, waiting: nil)
      try keeper.keep(draft("written on", at: 0))
      #expect(try onDisk(folder) == ["written on"])
    }
  }

  /// An order that was replaced while it waited writes nothing over what replaced it.
  @Test func anOrderThatWasReplacedWritesNothing() async throws {
    try await Scratch.use { folder in
      let keeper = DraftKeeper(path: folder)
      let replaced = draft("older", at: 60)
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        try keeper.keep(replaced)
      }
      try keeper.keep(draft("newer", at: 0))
      task.cancel()
      try await task.value
      #expect(try onDisk(folder) == ["newer"])
    }
  }

  /// The screen says what is on disk.
  @Test func aDraftIsKeptOnceItsOwnTextIs() {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("a")
    let first = walk.state.drafts[.existing(CaseNumber(7))]?.changedAt ?? Walk.now
    walk.send(.terminal(.key("b"), at: first.adding(seconds: -86_400)))
    walk.send(.draftKept(.existing(CaseNumber(7)), changedAt: first))
    #expect(walk.state.unkept[.existing(CaseNumber(7))] != nil)
    walk.send(.draftKept(.existing(CaseNumber(7)), changedAt: first.adding(seconds: -86_400)))
    #expect(walk.state.unkept.isEmpty)
  }
}
