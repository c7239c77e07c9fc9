import Glibc
import TestSupport
import Testing

/// An analyst whose workbench is killed while they write, over and over again.
final class KilledWriter {
  /// What is looked at after a kill.
  struct Remains {
    /// The text on disk.
    let found: String
    /// The text when the kill came, the last letters of which may still have been on their way.
    let typed: String
    /// What of it was older than a second, the machine's own standstills not counted.
    let old: String
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz éü中").map(String.init)

  private let home: String
  private let place: Workplace
  private var program: PTYProcess?
  /// The findings as they are known to be on disk.
  private var text: String
  /// What was typed since the start, each with its moment in milliseconds.
  private var typed: [(text: String, at: Int)] = []
  private var column = 0
  private var pace = 0
  private var nextKeyAt = 0
  private var endsAt = 0

  /// Whether the workbench runs.
  var isAlive: Bool { program != nil }

  /// Gives an analyst a home.
  ///
  /// - Parameters:
  ///   - number: tells the homes apart.
  ///   - text: the findings of the case on the server.
  ///   - place: where they work.
  /// - Throws: an issue where it cannot be made.
  init(_ number: Int, on text: String, at place: Workplace) throws {
    home = "\(place.folder)/home-\(number)"
    try #require(unsafe mkdir(home, 0o700) == 0)
    self.text = text
    self.place = place
  }

  /// Starts the workbench; the others may start meanwhile.
  func start() throws { program = try place.start(environment: ["HOME": home]) }

  /// Opens the form, where the text of before must stand.
  func takeUp() throws {
    let program = try #require(program)
    try program.waitFor("the first cases") { $0.contains("1 of ") }
    program.send("e")
    var last = try #require(text.split(whereSeparator: \.isNewline).last.map(String.init))
    while last.last == " " { last.removeLast() }
    try program.waitFor("“\(last)” under editing") { $0.contains("editing") && $0.contains(last) }
    program.send("\r")
    typed = [("\n", Self.milliseconds())]
    column = 0
  }

  /// Draws how fast is written, and until when.
  func begin(_ random: inout SeededRandom) {
    pace = [15, 60, 250].randomElement(using: &random) ?? 60
    nextKeyAt = Self.milliseconds()
    endsAt = nextKeyAt + random.next(below: 1_600)
  }

  /// Writes the next letter, if it is time, or kills the workbench.
  ///
  /// - Returns: what is left, once it was killed.
  func step(_ random: inout SeededRandom, standstill: Int) throws -> Remains? {
    guard let program else { return nil }
    let now = Self.milliseconds()
    if now >= endsAt {
      program.signal(SIGKILL)
      let old = typed.prefix { $0.at < now - 1_000 - standstill }
      _ = try program.waitForEnd()
      self.program = nil
      let before = text
      text = try place.drafts(in: home).first?.value ?? before
      return Remains(
        found: text, typed: before + typed.map(\.text).joined(),
        old: typed.isEmpty ? before : before + old.map(\.text).joined())
    }
    if now >= nextKeyAt {
      let isNewLine = column > 40
      let letter = isNewLine ? "\n" : nextLetter(&random)
      column = isNewLine ? 0 : column + 1
      program.send(isNewLine ? "\r" : letter)
      typed.append((letter, now))
      nextKeyAt += pace / 2 + random.next(below: pace)
    }
    // Takes in what was drawn, so that the workbench never waits for its terminal.
    try program.waitFor("nothing") { _ in true }
    return nil
  }

  /// A blank at the start of a line would be repeated in the next one.
  private func nextLetter(_ random: inout SeededRandom) -> String {
    let letter = Self.letters.randomElement(using: &random) ?? "a"
    return column == 0 && letter == " " ? "x" : letter
  }

  static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
