import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// Whole sessions at the built program, in a pseudo-terminal, on a real server.
@Suite struct JourneyTests {
  private static let escape = "\u{1B}"
  private static let save = "\u{13}"
  private static let end = "\u{1B}[1;5F"

  /// Opens the form of the case under the cursor and adds a line at the end of its findings.
  private func write(_ line: String, in program: PTYProcess) throws {
    program.send("e")
    try program.waitFor(text: "editing")
    program.send(Self.end + "\r" + line)
    try program.waitFor(text: line)
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func theMainJobFromListToClose(width: Int, height: Int) async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let program = try place.open(width, height)
      try program.waitFor(text: "#\(first.number)")
      program.send("\r")
      try write("First line.", in: program)
      program.send("\rSecond line, é 中.")
      try program.waitFor(text: "Second line, é 中.")
      program.send(Self.save)
      try program.waitFor(text: "✓ Saved #\(first.number)")
      let saved = try await place.client.getCase(first.number)
      #expect(saved.findings == (first.findings ?? "") + "\nFirst line.\nSecond line, é 中.")
      #expect(saved.summary.name == first.summary.name && saved.description == first.description)
      #expect(saved.summary.subject == first.summary.subject)

      program.send("X")
      try program.waitFor(text: "can never be opened or changed again")
      program.send("\(first.number)\r")
      try program.waitFor(text: "#\(first.number) closes for ever in")
      program.send("u")
      try program.waitFor(text: "✓ #\(first.number) stays open; nothing was sent")
      #expect(try await place.client.getCase(first.number).summary.status == .open)

      program.send("X")
      try program.waitFor(text: "can never be opened or changed again")
      program.send("\(first.number)\r")
      try program.waitFor(text: "✓ #\(first.number) is closed for ever")
      let closed = try await place.client.getCase(first.number)
      #expect(closed.summary.status == .closed)
      #expect(closed.findings == saved.findings)

      program.send("qq")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))
      #expect(program.modes == program.modesAtStart)
      #expect(!program.screen.isAlternate)
    }
  }

  /// Test lines 3 and 13: a killed session's text is offered, and no longer once it is saved.
  @Test func whatWasTypedSurvivesAKillAndIsTakenUpAgain() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      try write("Typed before the power went.", in: program)
      try program.waitFor(text: "draft kept")
      program.signal(SIGKILL)
      _ = try program.waitForEnd()

      let again = try place.open()
      try again.waitFor(text: "1 draft from before")
      again.send("e")
      try again.waitFor(text: "Typed before the power went.")
      let number = try await place.newest().number
      again.send(Self.save)
      try again.waitFor(text: "✓ Saved #\(number)")
      let stored = try await place.client.getCase(number)
      #expect(stored.findings?.hasSuffix("\nTyped before the power went.") == true)
      again.send("Q")
      _ = try again.waitForEnd()
      let third = try place.open()
      #expect(!third.screen.contains("from before"))
    }
  }

  /// Test lines 2 and 6: a signal, `^C` as a signal and a terminal that is closed (0).
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, 0])
  func theLastLettersAreKeptHoweverItEnds(signal: Int32) async throws {
    try await Workplace.use { place in
      let program = try place.open()
      try write("Last letters", in: program)
      if signal == 0 { program.closeTerminal() } else { program.signal(signal) }
      let ending = try program.waitForEnd()
      #expect(ending == .killed(signal == 0 ? SIGHUP : signal))
      if signal != 0 {
        #expect(program.modes == program.modesAtStart)
        #expect(!program.screen.isAlternate)
      }
      let again = try place.open()
      again.send("e")
      try again.waitFor(text: "Last letters")
    }
  }

  @Test func aServerThatIsGoneTakesNoWordAway() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      try write("Written while the server dies.", in: program)
      try place.server.end(SIGKILL)
      program.send(Self.save)
      try program.waitFor(text: "your text is kept")
      #expect(program.screen.contains("Written while the server dies."))
      program.send(Self.escape)
      try program.waitFor(text: "kept as draft")
    }
  }

  @Test func twoAnalystsLoseNothingOfEachOther() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let program = try place.open()
      try write("Mine.", in: program)
      var theirs = first.content
      theirs.findings = "Kim's words."
      theirs.description = "Kim's description."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: theirs, status: .open))
      program.send(Self.save)
      try program.waitFor(text: "changed by analyst@example.com too")
      #expect(program.screen.contains("Kim's words."))
      let untouched = try await place.client.getCase(first.number)
      #expect(untouched.content == theirs)

      program.send("m")
      try program.waitFor(text: "Yours stays")
      program.send(Self.save)
      try program.waitFor(text: "✓ Saved")
      let merged = try await place.client.getCase(first.number)
      #expect(merged.findings == (first.findings ?? "") + "\nMine.")
      #expect(merged.description == "Kim's description.")
    }
  }

  /// Both rewrote one paragraph: both texts come into the form, and what is made of them is stored.
  @Test func aConflictIsEditedIntoOneTextAndSaved() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var start = first.content
      start.findings = "Copied on Friday."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: start, status: .open))
      let program = try place.open()
      try write("Mine.", in: program)
      var theirs = start
      theirs.findings = "Copied on Sunday."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: theirs, status: .open))
      program.send(Self.save)
      try program.waitFor(text: "changed by analyst@example.com too")
      for text in ["Started from", "+ Copied on Sunday.", "+ Mine."] {
        #expect(program.screen.contains(text), "\(text)")
      }
      program.send("\re")
      try program.waitFor(text: "<<<<<<< theirs, written by analyst@example.com")
      program.send(Self.save)
      try program.waitFor(text: "Both sides of a conflict still stand here")
      let untouched = try await place.client.getCase(first.number)
      #expect(untouched.content == theirs)
      // The text is made one: all of it goes, and one line comes.
      program.send("\u{1B}[1;5F" + String(repeating: "\u{15}\u{7F}", count: 8))
      program.send("Copied on Sunday, as Kim saw.")
      try program.waitFor("one text") { !$0.contains("=======") }
      program.send(Self.save)
      try program.waitFor(text: "✓ Saved")
      let merged = try await place.client.getCase(first.number)
      #expect(merged.findings == "Copied on Sunday, as Kim saw.")
    }
  }

  /// Trial T003 and test line 11: two analysts write in different paragraphs, and both stay.
  @Test func paragraphsOfTwoAnalystsAreMerged() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      var start = first.content
      start.findings = "Opening.\n\nMiddle."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: start, status: .open))
      let program = try place.open()
      try write("Mine.", in: program)
      var theirs = start
      theirs.findings = "Opening, by Kim.\n\nMiddle."
      _ = try await place.client.replace(
        first.number, with: CaseReplacement(content: theirs, status: .open))
      program.send(Self.save)
      try program.waitFor(text: "merged with somebody else's change of Findings")
      #expect(program.screen.contains("Opening, by Kim."))
      let merged = try await place.client.getCase(first.number)
      #expect(merged.findings == "Opening, by Kim.\n\nMiddle.\nMine.")

      // Taking it back takes back what was written here, and nothing of Kim's.
      program.send("u")
      try program.waitFor(text: "as before your last change?")
      program.send("y")
      try program.waitFor(text: "as before your change")
      let back = try await place.client.getCase(first.number)
      #expect(back.content == theirs)
    }
  }

  @Test func aSilentServerNeverBlocksTheScreen() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      place.server.send(SIGSTOP)
      program.send("jjj")
      try program.waitFor("the cursor on the fourth row", seconds: 2) { $0.cursor.row == 5 }
      program.send("e")
      try program.waitFor(text: "Fetching #")
      program.resize(Size(width: 80, height: 24))
      try program.waitFor("the small screen", seconds: 2) { $0.text(row: 22).contains("Fetching") }
      program.send(Self.escape)
      try program.waitFor("the key row", seconds: 2) { $0.text(row: 23).contains("j/k move") }
      program.send("?")
      try program.waitFor(text: "Here")
      program.send(Self.escape)
      place.server.send(SIGCONT)
      program.send("e")
      try program.waitFor(text: "editing")
    }
  }

  @Test func aCaseIsMadeAndGetsAnEvent() async throws {
    try await Workplace.use { place in
      let source = try await place.newest()
      let events = try await place.client.events(
        of: source.number, page: PageRequest(number: 1, size: 10))
      let event = try #require(events.events.first)
      let program = try place.open()
      program.send("a")
      try program.waitFor(text: "New case")
      program.send("Badge list mailed\t\tANALYST@example.com" + Self.save)
      try program.waitFor(text: "✓ Made #")
      var filter = CaseFilter()
      filter.name = "Badge list mailed"
      let made = try #require(
        try await place.client.cases(
          filter, order: CaseOrder(by: .number), page: PageRequest(number: 1, size: 5)
        ).cases.first)
      #expect(made.assigneeUsername == "analyst@example.com")
      try program.waitFor(text: "No events")
      program.send("la")
      try program.waitFor(text: "Event id")
      program.paste(event.eventId.rawValue)
      program.send("\r")
      try program.waitFor(text: "✓ Added the event")
      let now = try await place.client.events(
        of: made.number, page: PageRequest(number: 1, size: 10))
      #expect(now.events.map(\.eventId) == [event.eventId])
    }
  }

  @Test func aFileIsSavedButNeverOverAnotherUnasked() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      let path = "\(place.folder)/evidence.csv"
      try Data("mine".utf8).write(to: URL(filePath: path))
      program.send("xc")
      try program.waitFor(text: "Save as")
      program.send("\u{15}" + path + "\r")
      try program.waitFor(text: "This file exists")
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
      program.send("y")
      try program.waitFor(text: "✓ Saved \(path)")
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(text.contains("Event ID"))
    }
  }

  /// Test line 47: twenty times in a row, with another size each time, and at rest afterwards.
  @Test func suspendedAndBackTheScreenIsWhole() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      try program.waitFor(text: "Findings")
      for round in 1...20 {
        program.send("\u{1A}")
        try program.waitForStop()
        #expect(program.modes == program.modesAtStart)
        #expect(!program.screen.isAlternate)
        let size = Size(width: 100 + round, height: 30 + round % 3)
        program.resize(size)
        program.signal(SIGCONT)
        try program.waitFor("the whole screen") {
          $0.isAlternate && $0.contains("1 of ") && $0.text(row: size.height - 1).contains("j/k")
        }
      }
      program.waitForQuiet(milliseconds: 300)
      let before = try Self.processorTicks(of: program)
      program.waitForQuiet(milliseconds: 600)
      // A tick is 10 ms, so that a program that spins takes 60.
      #expect(try Self.processorTicks(of: program) - before <= 3)
    }
  }

  /// The time that a program has used of a processor, in hundredths of a second (proc(5)).
  private static func processorTicks(of program: PTYProcess) throws -> Int {
    let path = "/proc/\(program.identifier)/stat"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    // The name in brackets may hold blanks; behind it the first column is the third one.
    let columns = try #require(text.split(separator: ")").last).split(separator: " ")
    return try #require(Int(columns[11])) + (try #require(Int(columns[12])))
  }

  @Test func sizesFromOneCellUpwardsAreSurvivedWithADialogOpen() async throws {
    try await Workplace.use { place in
      let program = try place.open()
      try program.waitFor(text: "Findings")
      program.send("X")
      try program.waitFor(text: "for ever")
      for (width, height) in [(2, 2), (10, 3), (79, 23), (39, 10), (200, 60), (40, 12), (120, 40)] {
        program.resize(Size(width: width, height: height))
        program.waitForQuiet()
      }
      try program.waitFor("the whole screen") { $0.contains("for ever") && $0.contains("1 of ") }
    }
  }

  @Test func hostileNamesNeverReachTheTerminal() async throws {
    try await Workplace.use { place in
      let hostile = "evil\u{9b}31m\u{202e}\u{7f}name"
      _ = try await place.client.create(
        CaseContent(
          name: hostile,
          findings: "\u{9d}52;c;eA==\u{7}"
            .replacing("\u{7}", with: "")))
      let program = try place.open()
      try program.waitFor(text: "evil")
      program.send("\r")
      program.waitForQuiet()
      let text = String(decoding: program.transcript, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x7F })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func aTerminalThatCannotPlaceItsCursorIsRefusedInPlainWords() async throws {
    try await Scratch.use { folder in
      let program = try PTYProcess(
        "caseworkbench", ["demo", "--cases", "3"],
        environment: ["HOME": folder, "TMPDIR": folder, "TERM": "dumb"])
      let ending = try program.waitForEnd()
      #expect(ending == .exited(1))
      #expect(program.screen.contains("a terminal of the type “dumb” cannot show the workbench"))
      #expect(program.modes == program.modesAtStart)
    }
  }

  /// Where there is no second screen, the shell goes on in an empty row.
  @Test func withoutASecondScreenTheLastRowIsLeftEmpty() async throws {
    try await Workplace.use { place in
      let program = try place.open(80, 24, environment: ["TERM": "vt100"])
      program.send("Q")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))
      #expect(program.screen.text(row: 23).allSatisfy { $0 == " " })
      #expect(program.screen.cursor.row == 23)
    }
  }
}
