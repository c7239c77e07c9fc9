import CaseWire
import CasesAPI
import FoundationEssentials
import TerminalModel
import TestSupport
import Testing

/// How many keys the everyday tasks take, done in the built program and told in the README.
@Suite struct KeystrokeTests {
  private static let user = "analyst@example.com"

  /// A terminal that counts keys; words that anybody would have to type are not counted.
  private final class Counter {
    let program: PTYProcess
    private let pause: Int
    private(set) var keys = 0

    /// - Parameters:
    ///   - program: the workbench.
    ///   - pause: how long a person takes for a key, in milliseconds.
    init(_ program: PTYProcess, pause: Int = 0) {
      self.program = program
      self.pause = pause
    }

    func press(_ keys: String...) {
      for key in keys {
        program.pause(milliseconds: pause)
        program.send(key)
        self.keys += 1
      }
    }

    /// Types digits or letters, a key each.
    func type(_ text: String) { for character in text { press(String(character)) } }

    /// Types what the analyst has to say; its length is no matter of the program's.
    func write(_ words: String) { program.send(words) }
  }

  /// The count that the README tells for a task.
  private func told(_ task: String) throws -> Int {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let row = try #require(
      readme.split(separator: "\n").first { $0.hasPrefix("| \(task) |") }, "\(task)")
    let cell = try #require(row.split(separator: "|").last)
    return try #require(Int(cell.filter { !$0.isWhitespace }))
  }

  private func open(_ place: Workplace, _ url: String? = nil) throws -> PTYProcess {
    var environment = ["CASEWORKBENCH_USER": Self.user]
    environment["CASEWORKBENCH_URL"] = url
    return try place.open(environment: environment)
  }

  private func assign(_ number: CaseNumber, _ place: Workplace) async throws {
    let base = try await place.client.getCase(number)
    var content = base.content
    content.assignee = try await place.client.users(named: Self.user).first?.userId
    _ = await place.client.save(CaseChange(number, base: base.content, edited: content))
  }

  @Test func openTheNewestCaseAssignedToMe() async throws {
    try await Workplace.use { place in
      try await assign(try await place.newest().number, place)
      let mine = try await place.newest().number
      let counter = Counter(try open(place))
      counter.press("1")
      try counter.program.waitFor(text: "Mine · by last change")
      try counter.program.waitFor(text: "#\(mine)")
      counter.press("\r")
      try counter.program.waitFor(text: "back")
      #expect(counter.keys == (try told("Open the newest case assigned to me")))
    }
  }

  @Test func appendALineOfFindingsAndSave() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let counter = Counter(try open(place))
      try counter.program.waitFor(text: "#\(first.number)")
      counter.press("e")
      try counter.program.waitFor(text: "editing")
      counter.press("\r")
      counter.write("The manager knows.")
      counter.press("\u{13}")
      try counter.program.waitFor(text: "✓ Saved #\(first.number)")
      let saved = try await place.client.getCase(first.number)
      #expect(saved.findings == (first.findings ?? "") + "\nThe manager knows.")
      #expect(counter.keys == (try told("Append a line of findings and save")))
    }
  }

  @Test func closeWithFindings() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let counter = Counter(try open(place))
      try counter.program.waitFor(text: "#\(first.number)")
      counter.press("X")
      try counter.program.waitFor(text: "Type \(first.number) to close it")
      counter.type(String(first.number.rawValue))
      counter.press("\r")
      try counter.program.waitFor(text: "✓ #\(first.number) is closed for ever")
      #expect(
        counter.keys == (try told("Close a case with findings, its number of three digits typed")))
    }
  }

  @Test func assignTenMarkedCasesToMe() async throws {
    try await Workplace.use { place in
      let counter = Counter(try open(place))
      for _ in 0..<10 { counter.press(" ") }
      try counter.program.waitFor(text: "10 marked")
      counter.press("b", "a")
      try counter.program.waitFor(text: "Assignee: a user name")
      counter.press("\r")
      try counter.program.waitFor(text: "Assign 10 cases")
      counter.press("y")
      try counter.program.waitFor(text: "10 of 10 cases done")
      var filter = CaseFilter()
      filter.assignee = try await place.client.users(named: Self.user).first?.userId
      let mine = try await place.client.cases(
        filter, order: CaseOrder(by: .number), page: PageRequest(number: 1, size: 50))
      #expect(mine.totalCount == 10)
      #expect(counter.keys == (try told("Assign ten cases to me, marking them")))
    }
  }

  @Test func addTwoEventsByTheirIds() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let other = try await someEvents(place, notIn: first.number)
      try #require(other.count == 2)
      let before = try await place.client.events(
        of: first.number, page: PageRequest(number: 1, size: 1)
      ).totalCount
      let counter = Counter(try open(place))
      try counter.program.waitFor(text: "#\(first.number)")
      counter.press("l", "l", "a")
      try counter.program.waitFor(text: "Add events")
      counter.write(other[0].rawValue)
      counter.press(" ")
      counter.write(other[1].rawValue)
      counter.press("\r")
      try counter.program.waitFor(text: "✓ Added 2 events")
      let after = try await place.client.events(
        of: first.number, page: PageRequest(number: 1, size: 1)
      ).totalCount
      #expect(after == before.map { $0 + 2 })
      #expect(counter.keys == (try told("Add two events by their ids")))
    }
  }

  private func someEvents(
    _ place: Workplace, notIn number: CaseNumber
  ) async throws -> [EventID] {
    let page = PageRequest(number: 1, size: 500)
    let there = Set(try await place.client.events(of: number, page: page).events.map(\.eventId))
    var found: [EventID] = []
    for other: Int64 in 1...240 where found.count < 2 {
      guard let rows = try? await place.client.events(of: CaseNumber(other), page: page) else {
        continue
      }
      found += rows.events.map(\.eventId).filter { !there.contains($0) && !found.contains($0) }
    }
    return Array(found.prefix(2))
  }

  @Test func exportThePDF() async throws {
    try await Workplace.use { place in
      let first = try await place.newest()
      let counter = Counter(try open(place))
      try counter.program.waitFor(text: "#\(first.number)")
      counter.press("x", "p")
      try counter.program.waitFor(text: "Save as")
      // Where the program was started is not for the test to fill.
      counter.write("\u{15}\(place.folder)/out.pdf")
      counter.press("\r")
      try counter.program.waitFor(text: "✓ Saved")
      let bytes = try Data(contentsOf: URL(filePath: "\(place.folder)/out.pdf"))
      #expect(bytes.starts(with: Array("%PDF-".utf8)))
      #expect(counter.keys == (try told("Export the summary as PDF")))
    }
  }

  /// 50 cases, every second one closed, on a server that takes 150 ms an answer: at most 200 keys,
  /// and who types ten keys a second waits for no case and no event once the first one is shown.
  @Test(.timeLimit(.minutes(2)))
  func goThroughFiftyCasesAndCloseEverySecondOne() async throws {
    try await Workplace.use { place in
      let port = try #require(place.server.url.split(separator: ":").last.flatMap { UInt16($0) })
      let answer = 150
      let line = try BadLine(to: port, BadLine.Quality(delay: UInt32(answer)), seed: 1)
      var filter = CaseFilter()
      filter.statuses = [.open]
      let queue = try await place.client.cases(
        filter, order: CaseOrder(by: .updatedAt, isDescending: true),
        page: PageRequest(number: 1, size: 50)
      ).cases.map(\.number)
      var events: [Int] = []
      for number in queue {
        let page = PageRequest(number: 1, size: 1)
        events.append(try await place.client.events(of: number, page: page).totalCount ?? 0)
      }
      let counter = Counter(try open(place, line.url), pause: 100)
      counter.press("T")
      try counter.program.waitFor(text: "Triage · 1 of ")
      var waits: [Duration] = []
      for (place, number) in queue.enumerated() {
        let start = ContinuousClock.now
        try counter.program.waitFor("#\(number) with its events") {
          $0.rows[0].contains("│ #\(number) ") && $0.contains("─ Events · \(events[place]) ")
        }
        if place > 0 { waits.append(ContinuousClock.now - start) }
        if place.isMultiple(of: 2) {
          counter.press("X")
          try counter.program.waitFor(text: "Type \(number) to close it")
          counter.type(String(number.rawValue))
          counter.press("\r")
        } else {
          counter.press("j")
        }
      }
      // A case that had to be asked for would take the time of an answer at least.
      #expect(waits.max() ?? .zero < .milliseconds(answer), "\(waits)")
      // Leaving asks while something waits, and ends once everything is answered.
      try counter.program.waitFor("an empty outbox", seconds: 30) { !$0.contains("for ever in") }
      let keys = counter.keys
      #expect(keys == (try told("Go through 50 cases and close every second one")))
      #expect(keys <= 200)
      counter.press("Q")
      #expect(try counter.program.waitForEnd(seconds: 20) == .exited(0))
      for (index, number) in queue.enumerated() {
        let status = try await place.client.getCase(number).summary.status
        #expect(status == (index.isMultiple(of: 2) ? .closed : .open), "#\(number)")
      }
    }
  }
}
