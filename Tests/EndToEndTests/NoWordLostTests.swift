import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// Whatever fails while an analyst writes, the words are there, and the screen says what is true.
///
/// Further ends of a session are in `JourneyTests`: `theLastLettersAreKeptHoweverItEnds` has those
/// by a signal and by a terminal that is closed, `twoAnalystsLoseNothingOfEachOther` the other
/// writer, `aSilentServerNeverBlocksTheScreen` the server that says nothing.
@Suite struct NoWordLostTests {
  private static let save = "\u{13}"
  private static let escape = "\u{1B}"

  /// Opens the form of the newest case and adds a line to its findings.
  private func write(
    _ line: String, at place: Workplace, through gateway: Gateway? = nil
  ) throws -> PTYProcess {
    let program = try open(place, through: gateway)
    program.send("e")
    try program.waitFor(text: "editing")
    program.send("\r" + line)
    try program.waitFor(text: "draft kept")
    return program
  }

  /// Who stops the program and kills it while it is stopped finds every letter again.
  @Test func whatWasTypedRightBeforeAStopIsOnDisk() async throws {
    try await Workplace.use { place in
      let program = try open(place, through: nil)
      program.send("e")
      try program.waitFor(text: "editing")
      program.send("\rStopped at once.\u{1A}")
      try program.waitForStop()
      program.signal(SIGKILL)
      _ = try program.waitForEnd()
      try saveAgain("Stopped at once.", at: place)
    }
  }

  private func open(_ place: Workplace, through gateway: Gateway?) throws -> PTYProcess {
    try place.open(environment: gateway.map { ["CASEWORKBENCH_URL": $0.url] } ?? [:])
  }

  /// Starts again after a kill; the words are offered, and stored with one key.
  private func saveAgain(
    _ line: String, at place: Workplace, through gateway: Gateway? = nil, told: String = "✓ Saved"
  ) throws {
    let again = try open(place, through: gateway)
    try again.waitFor(text: "1 draft from before")
    again.send("e")
    try again.waitFor(text: line)
    again.send(Self.save)
    try again.waitFor(text: told)
    #expect(try place.drafts() == [:])
    // Test line 13: what is stored is not offered as a draft.
    again.send("e")
    try again.waitFor("the form without a draft") {
      $0.contains("unchanged") && $0.contains(line) && !$0.contains("was taken up")
    }
    again.send(Self.escape)
    try again.waitFor(text: "j/k move")
    again.send("Q")
    _ = try again.waitForEnd()
    let third = try open(place, through: gateway)
    #expect(!third.screen.contains("from before"))
  }

  /// Test lines 3, 5 and 7: ten analysts are killed twenty times each while they write.
  ///
  /// Each time the text is whole on disk up to the last second, offered at the next start, and
  /// written on.
  @Test func twoHundredKillsTakeNoMoreThanTheLastSecond() async throws {
    try await Workplace.use { place in
      let base = try #require(try await place.newest().findings)
      let writers = try (0..<10).map { try KilledWriter($0, on: base, at: place) }
      var random = SeededRandom(seed: 20_261_125)
      var (kills, grown) = (0, 0)
      for _ in 0..<20 {
        for writer in writers { try writer.start() }
        for writer in writers { try writer.takeUp() }
        for writer in writers { writer.begin(&random) }
        var (standstill, last) = (0, KilledWriter.milliseconds())
        while writers.contains(where: \.isAlive) {
          for writer in writers {
            guard let left = try writer.step(&random, standstill: standstill) else { continue }
            kills += 1
            grown += left.found == base ? 0 : 1
            #expect(left.typed.hasPrefix(left.found), "kill \(kills)")
            #expect(left.found.hasPrefix(left.old), "kill \(kills)")
          }
          usleep(2_000)
          let now = KilledWriter.milliseconds()
          standstill += max(0, now - last - 50)
          last = now
        }
      }
      #expect(kills == 200)
      #expect(grown > 150)
    }
  }

  /// Trial T006 a, b and d; test line 8.
  ///
  /// The reason is told, the text stays, is offered after a kill and goes only once it is stored.
  @Test(
    arguments: [
      (
        .refuses("400 Bad Request", body: #"{"problem":"FINDINGS_TOO_LONG","description":null}"#),
        "longer than 30,000 characters"
      ),
      (.refuses("500 Internal Server Error", body: ""), "was not saved, your text is kept"),
      (.refuses("403 Forbidden", body: ""), "was not saved, your text is kept"),
      (.refuses("503 Service Unavailable", body: ""), "was not saved, your text is kept"),
      (.refuses("200 OK", body: "<html>Welcome to the proxy</html>"), "was not saved"),
      (.losesChange, "was not saved, your text is kept"),
      (.forgetsTokens, "accept the credentials"),
    ] as [(Gateway.Fault, String)])
  func aChangeThatIsNotDoneIsToldAndKept(fault: Gateway.Fault, told: String) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let gateway = try Gateway(to: place)
      let program = try write("Not done at first.", at: place, through: gateway)
      gateway.fault = fault
      program.send(Self.save)
      try program.waitFor(text: told)
      #expect(program.screen.contains("Not done at first."))
      #expect(try await place.client.getCase(first.number) == first)
      let expected = (first.findings ?? "") + "\nNot done at first."
      #expect(try place.drafts().map(\.value) == [expected])
      program.signal(SIGKILL)
      _ = try program.waitForEnd()
      gateway.fault = .none
      try saveAgain("Not done at first.", at: place, through: gateway)
      #expect(try await place.client.getCase(first.number).findings == expected)
    }
  }

  /// The answer is lost, but the change was done: the screen says so, since it was looked for.
  @Test func aLostAnswerIsFoundOut() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let gateway = try Gateway(to: place)
      let program = try write("Done unheard.", at: place, through: gateway)
      gateway.fault = .losesAnswer
      program.send(Self.save)
      try program.waitFor(text: "✓ Saved #\(first.number)")
      let stored = try await place.client.getCase(first.number)
      #expect(stored.findings == (first.findings ?? "") + "\nDone unheard.")
      program.send("Q")
      _ = try program.waitForEnd()
      #expect(try place.drafts() == [:])
    }
  }

  /// The program ends in the middle of a save, and the change has been done by then or has not.
  @Test(arguments: [
    (SIGKILL, Gateway.Fault.holdsChange), (SIGKILL, .holdsAnswer), (SIGHUP, .holdsChange),
    (SIGHUP, .holdsAnswer),
  ])
  func anEndInTheMiddleOfASaveLosesAndDoublesNothing(
    signal: Int32, fault: Gateway.Fault
  ) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let gateway = try Gateway(to: place)
      let program = try write("On its way.", at: place, through: gateway)
      gateway.fault = fault
      program.send(Self.save)
      try gateway.wait(forChanges: 1)
      if signal == SIGKILL { program.signal(signal) } else { program.closeTerminal() }
      let ending = try program.waitForEnd()
      #expect(ending == .killed(signal))
      gateway.fault = .none
      let isDone = fault == .holdsAnswer
      let expected = (first.findings ?? "") + "\nOn its way."
      let before = try await place.client.getCase(first.number).findings
      #expect(before == (isDone ? expected : first.findings))
      try saveAgain(
        "On its way.", at: place, through: gateway,
        told: isDone ? "Nothing was changed" : "✓ Saved")
      #expect(try await place.client.getCase(first.number).findings == expected)
    }
  }

  /// A slow server: what is written while it takes its time is a draft on the text that it stored.
  @Test func whatIsTypedDuringASlowSaveOutlivesAKill() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let gateway = try Gateway(to: place)
      let program = try write("Sent.", at: place, through: gateway)
      gateway.fault = .holdsAnswer
      program.send(Self.save)
      try gateway.wait(forChanges: 1)
      program.send(" Typed meanwhile.")
      try program.waitFor(text: "Sent. Typed meanwhile.")
      #expect(program.screen.contains("saving…"))
      gateway.fault = .none
      try program.waitFor("the save, the form and its draft") {
        $0.contains("✓ Saved") && $0.contains("Sent. Typed meanwhile.") && $0.contains("draft kept")
      }
      let stored = try await place.client.getCase(first.number)
      #expect(stored.findings == (first.findings ?? "") + "\nSent.")
      program.signal(SIGKILL)
      _ = try program.waitForEnd()
      try saveAgain("Sent. Typed meanwhile.", at: place, through: gateway)
      let again = try await place.client.getCase(first.number)
      #expect(again.findings == (first.findings ?? "") + "\nSent. Typed meanwhile.")
    }
  }

  /// Trial T006 c: the server is gone, the program is killed and started without it; the text is
  /// read and written on, and stored once the server is back.
  @Test func withoutAServerTheTextIsReadAndWrittenOn() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let program = try write("Before the outage.", at: place)
      try place.server.end(SIGKILL)
      program.send(Self.save)
      try program.waitFor(text: "was not saved, your text is kept", seconds: 20)
      program.signal(SIGKILL)
      _ = try program.waitForEnd()

      let alone = try place.start()
      try alone.waitFor(text: "#\(first.number)")
      try alone.waitFor(text: "1 draft from before")
      alone.send("e")
      try alone.waitFor(text: "Before the outage.", seconds: 20)
      alone.send(" And during it.")
      try alone.waitFor(text: "draft kept")
      alone.send(Self.escape)
      try alone.waitFor(text: "kept as draft")
      alone.send("Q")
      _ = try alone.waitForEnd()

      let address = String(place.server.url.dropFirst("http://".count))
      let server = try ServerProcess(
        data: "\(place.folder)/data", at: address, in: place.folder)
      defer { server.send(SIGTERM) }
      try saveAgain("Before the outage. And during it.", at: place)
      let stored = try await place.client.getCase(first.number)
      #expect(stored.findings?.hasSuffix("\nBefore the outage. And during it.") == true)
    }
  }

  /// A full disk is told where the text stands, leaving asks, and the draft of before stays whole;
  /// with room again everything is kept.
  @Test(arguments: [true, false])
  func aFullDiskIsToldAndTheDraftOfBeforeIsWhole(isFreed: Bool) async throws {
    try await Workplace.use { place in
      let program = try write("Before the disk was full.", at: place)
      let whole = try place.drafts()
      try DiskLimit.set("10", of: program.identifier, in: place.folder)
      program.send(" After it.")
      try program.waitFor(text: "draft in memory only")
      #expect(try place.drafts() == whole)
      program.send(Self.escape)
      try program.waitFor(text: "There is no room left on the disk")
      program.send("q")
      try program.waitFor(text: "Leave and lose what was typed")
      program.send("n")
      try program.waitFor(text: "j/k move")
      program.send("e")
      try program.waitFor(text: "Before the disk was full. After it.")
      if isFreed {
        try DiskLimit.set("unlimited", of: program.identifier, in: place.folder)
        program.send("!")
        try program.waitFor(text: "draft kept")
      }
      program.signal(SIGKILL)
      _ = try program.waitForEnd()
      let line = "Before the disk was full." + (isFreed ? " After it.!" : "")
      #expect(try place.drafts().map(\.value).first?.hasSuffix("\n" + line) == true)
      try saveAgain(line, at: place)
    }
  }

  /// Trial T092: two workbenches in one home write on one case.
  ///
  /// Each has a draft of its own.
  @Test func twoWorkbenchesInOneHomeKeepTheirWordsApart() async throws {
    try await Workplace.use { place in
      let first = try write("Of the first one.", at: place)
      let second = try place.open()
      second.send("e")
      try second.waitFor(text: "Of the first one.")
      for round in 1...3 {
        first.send(" \(round)")
        second.send(" two \(round)")
        try first.waitFor(text: "Of the first one." + (1...round).map { " \($0)" }.joined())
        try second.waitFor(text: (1...round).map { " two \($0)" }.joined())
      }
      for program in [first, second] {
        try program.waitFor(text: "draft kept")
        program.signal(SIGKILL)
        _ = try program.waitForEnd()
      }
      let last = try place.drafts().values.map { $0.split(whereSeparator: \.isNewline).last }
      #expect(
        Set(last) == ["Of the first one. 1 2 3", "Of the first one. two 1 two 2 two 3"])

      let third = try place.open()
      try third.waitFor(text: "2 drafts from before")
      third.send("e")
      try third.waitFor(text: "Drafts of #")
      third.send("j\r")
      try third.waitFor(text: "editing")
      third.send("!")
      try third.waitFor("the draft that was written on") { _ in
        let now = try place.drafts().values
        return now.count == 2 && now.filter { $0.hasSuffix("!") }.count == 1
      }
    }
  }

  /// Test line 2: an open box is left and the program at once; the next start offers the text.
  ///
  /// `JourneyTests.theLastLettersAreKeptHoweverItEnds` shows the same for `^C` as a signal.
  @Test func quittingFromAnOpenBoxLeavesADraft() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      program.send("e")
      try program.waitFor(text: "editing")
      program.send("\rTyped and quit." + Self.escape)
      try program.waitFor(text: "kept as draft")
      program.send("Q")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))
      try saveAgain("Typed and quit.", at: place)
    }
  }

  /// Test line 14: a new case that was abandoned is shown as what it is, after a kill too.
  @Test func anAbandonedNewCaseIsOfferedAsSuch() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      program.send("a")
      try program.waitFor(text: "New case")
      program.send("Half a case")
      try program.waitFor(text: "draft kept")
      program.signal(SIGKILL)
      _ = try program.waitForEnd()
      let again = try place.open()
      again.send("a")
      try again.waitFor(text: "Drafts of the new case")
      again.send("\r")
      try again.waitFor("the label of the draft") {
        $0.contains("This is the new case you left") && $0.contains("Half a case")
      }
    }
  }
}
