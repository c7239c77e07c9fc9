import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import Threads
import TerminalModel
import TestSupport
import Testing

/// A whole triage session over a bad line, beside another writer.
@Suite struct TriageSessionTests {
  private static let cases = 200

  /// What is done to a case.
  private enum Decision: Int {
    case close, write, assign, skip
  }

  /// Every outcome on the server is what the screen said; no key is lost, none counts twice.
  @Test(.timeLimit(.minutes(5)))
  func twoHundredCasesOverABadLineAreAsTheScreenSaid() async throws {
    try await Workplace.use(sampleCases: 0) { place in
      let numbers = try await makeCases(place)
      let port = try #require(place.server.url.split(separator: ":").last.flatMap { UInt16($0) })
      let line = try BadLine(
        to: port, BadLine.Quality(delay: 150, refused: 1, lost: 1), seed: 2_026)
      try place.write(
        "[close]\nwait = 1\n\n[list]\nrefresh = 0\n", as: ".config/caseworkbench/config.toml")
      let program = try place.open(
        environment: [
          "CASEWORKBENCH_URL": line.url, "CASEWORKBENCH_USER": "analyst@example.com",
        ])
      program.send("T")
      try program.waitFor(text: "Triage · 1 of \(Self.cases)", seconds: 20)
      let other = try OtherWriter(place, numbers)
      defer { other.stop() }
      // The list has the last one first.
      for (place, number) in numbers.reversed().enumerated() {
        try program.waitFor(text: "#\(number)  Case")
        switch Decision(rawValue: place % 4) {
        case .close: try close(number, program)
        case .write: try write(number, program)
        case .assign: try assign(number, program)
        case .skip, nil: program.send("j")
        }
      }
      other.stop()
      let told = try report(program, place)
      program.send("q")
      #expect(try program.waitForEnd(seconds: 20) == .exited(0), "\(program.report)")
      try await check(told, numbers, place)
      let tally = line.tally
      #expect(tally.refused + tally.lost > 0, "the line was too good to show anything")
    }
  }

  private func makeCases(_ place: Workplace) async throws -> [CaseNumber] {
    var numbers: [CaseNumber] = []
    for index in 1...Self.cases {
      let made = try await place.client.create(
        CaseContent(name: "Case \(index)", findings: "Seen \(index)."))
      numbers.append(made.number)
    }
    return numbers
  }

  private func close(_ number: CaseNumber, _ program: PTYProcess) throws {
    program.send("X")
    try program.waitFor(text: "Type \(number) to close it")
    program.send("\(number)\r")
    try program.waitFor("#\(number) in the outbox") {
      $0.contains("closes for ever in") && !$0.contains("Type \(number) to close it")
    }
  }

  private func write(_ number: CaseNumber, _ program: PTYProcess) throws {
    program.send("e")
    try program.waitFor(text: "editing")
    program.send("\u{1B}[1;5F Written \(number).")
    try program.waitFor(text: "Written \(number).")
    for _ in 0..<5 {
      program.send("\u{13}")
      try program.waitFor("the end of saving", seconds: 30) { screen in
        !screen.contains("saving #\(number)")
          && (!screen.contains("editing") || screen.contains("✗"))
      }
      guard program.screen.contains("editing") else { break }
    }
    // What could not be saved is kept as a draft, and the report says nothing of it.
    if program.screen.contains("editing") { program.send("\u{1B}") }
    try program.waitFor("the panes") { !$0.contains("editing") }
    program.send("j")
  }

  private func assign(_ number: CaseNumber, _ program: PTYProcess) throws {
    program.send("A")
    try program.waitFor(text: "Assign #\(number)")
    program.send("\r")
    try program.waitFor("the end of assigning", seconds: 30) { screen in
      !screen.contains("assigning #\(number)")
        && (!screen.contains("Assign #\(number)") || screen.contains("✗"))
    }
    if program.screen.contains("Assign #\(number)") { program.send("\u{1B}") }
    try program.waitFor("the list") { !$0.contains("Assign #\(number)") }
    program.send("j")
  }

  /// What the report at the end says was done, by case.
  private func report(
    _ program: PTYProcess, _ place: Workplace
  ) throws -> [CaseNumber: [Substring]] {
    // The last ones leave the outbox first.
    try program.waitFor("the end of the work", seconds: 30) {
      !$0.contains("closes for ever in") && !$0.contains("closing #")
    }
    program.send("T")
    try program.waitFor(text: "settled in")
    program.send("c")
    try program.waitFor(text: "Save as")
    program.send("\u{15}\(place.folder)/triage.csv\r")
    try program.waitFor(text: "✓ Saved")
    program.send("q")
    let text = try String(contentsOfFile: "\(place.folder)/triage.csv", encoding: .utf8)
    var told: [CaseNumber: [Substring]] = [:]
    for row in text.split(separator: "\r\n").dropFirst() {
      let start = try #require(row.firstIndex(of: ","))
      let number = try #require(Int64(row[..<start]))
      let quoted = row[row.index(after: start)...].split(separator: ",").dropFirst().dropLast()
      told[CaseNumber(number)] = quoted.map { $0.filter { $0 != "\"" }.drop { $0 == " " } }
    }
    return told
  }

  private func check(
    _ told: [CaseNumber: [Substring]], _ numbers: [CaseNumber], _ place: Workplace
  ) async throws {
    var closed = 0
    for (index, number) in numbers.enumerated() {
      let found = try await place.client.getCase(number)
      let deeds = told[number] ?? []
      #expect(found.summary.status == (deeds.contains("closed") ? .closed : .open), "#\(number)")
      let written = "Seen \(index + 1). Written \(number)."
      #expect(
        found.findings == (deeds.contains("Findings changed") ? written : "Seen \(index + 1)."),
        "#\(number) \(deeds)")
      #expect(
        (found.summary.assigneeUsername == "analyst@example.com")
          == deeds.contains("Assignee changed"), "#\(number) \(deeds)")
      closed += deeds.contains("closed") ? 1 : 0
    }
    // Here and there another writer comes between; most of what was decided must be done.
    #expect(closed > 35)
  }
}

/// Another analyst, who changes the descriptions of cases all the while.
private final class OtherWriter: Sendable {
  private let task: Task<Void, Never>

  init(_ place: Workplace, _ numbers: [CaseNumber]) throws {
    let client = place.client
    task = Task {
      var random = SeededRandom(seed: 11)
      while !Task.isCancelled {
        let number = numbers[random.next(below: numbers.count)]
        if let base = try? await client.getCase(number), base.summary.status == .open {
          var content = base.content
          content.description = "Looked at by another, \(random.next(below: 1_000))"
          _ = await client.save(CaseChange(number, base: base.content, edited: content))
        }
        usleep(300_000)
      }
    }
  }

  func stop() { task.cancel() }
}
