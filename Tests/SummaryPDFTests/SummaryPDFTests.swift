import CaseWire
import FoundationEssentials
import Glibc
import SummaryPDF
import Testing

@Suite struct SummaryPDFTests {
  private static let date = Timestamp(microseconds: 1_603_811_765_369_203)

  private static func item(
    _ name: String, description: String? = nil, findings: String? = nil
  ) -> Case {
    var summary = CaseSummary(
      number: CaseNumber(12), name: name, createdAt: date, updatedAt: date.adding(seconds: 3_600))
    summary.subjectUsername = "casey@example.com"
    summary.createdByUsername = "robin@example.com"
    return Case(summary: summary, description: description, findings: findings)
  }

  /// What `pdftotext` reads out of the document, page breaks included.
  private static func text(_ item: Case) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/summary-" + UUID().uuidString
    try Data(SummaryPDF.render(item, on: date)).write(to: URL(filePath: path))
    defer {
      for name in [path, path + ".txt"] { try? FileManager.default.removeItem(atPath: name) }
    }
    #expect(unsafe system("pdftotext -layout -enc UTF-8 \(path) \(path).txt") == 0)
    return try String(contentsOf: URL(filePath: path + ".txt"), encoding: .utf8)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test func showsFieldsAndTexts() throws {
    let text = try Self.text(
      Self.item(
        "Leaver", description: "Two weeks before.",
        findings: "# Summary\n\n- one\n- two\n\n1. ask\n\n> quoted\n\n```\nlet x = 1\n```"))
    let wanted = """
      Leaver Case 12 Status OPEN Subject casey@example.com Assignee nobody \
      Created 2020-10-27 15:16:05 UTC by robin@example.com \
      Last changed 2020-10-27 16:16:05 UTC Description Two weeks before. \
      Findings # Summary - one - two 1. ask > quoted ``` let x = 1 ``` \
      Case 12 – made 2020-10-27 15:16:05 UTC – page 1
      """
    #expect(Self.words(text) == Self.words(wanted))
  }

  @Test(
    arguments: [
      "(brackets) \\back\\slash", "Случай номер", "日本語のケース", "사례 한국어", "中文案件名称",
      "café naïve Ελληνικά",
    ])
  func losesNoScript(_ name: String) throws {
    let text = try Self.text(Self.item(name, description: name, findings: "- " + name))
    #expect(text.components(of: name) == 3, "\(text)")
    #expect(!text.contains("could not be shown"))
  }

  @Test func tellsHowManyCharactersAreMissing() throws {
    let text = try Self.text(Self.item("x", findings: "a\u{1}b \u{10FFFD}\u{10FFFD}"))
    #expect(text.contains("3 characters could not be shown"), "\(text)")
    #expect(text.contains("a\u{FFFD}b"))
  }

  @Test func numbersManyPages() throws {
    let findings = (1...400).map { "- finding \($0)" }.joined(separator: "\n")
    let text = try Self.text(Self.item("long", findings: findings))
    let pages = text.split(separator: "\u{C}")
    #expect(pages.count > 5)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("page \(index + 1)"))
    }
    let missing = (1...400).filter { !text.contains("- finding \($0)\n") }
    #expect(missing == [])
  }

  @Test func givesTheSameBytesForTheSameInstant() throws {
    let item = Self.item("same", findings: "# One\n\nçà et là")
    #expect(
      try SummaryPDF.render(item, on: Self.date) == SummaryPDF.render(item, on: Self.date))
    #expect(
      try SummaryPDF.render(item, on: Self.date)
        != SummaryPDF.render(item, on: Self.date.adding(seconds: 1)))
  }

  /// A letter with 30,000 marks took three seconds, a word of 30,000 letters one.
  @Test(arguments: [
    "a" + String(repeating: "\u{301}", count: 29_999), String(repeating: "w", count: 30_000),
  ])
  func drawsHostileTextsInAMoment(_ findings: String) throws {
    let clock = ContinuousClock()
    let spent = try clock.measure {
      _ = try SummaryPDF.render(Self.item("hostile", findings: findings), on: Self.date)
    }
    #expect(spent < .seconds(2))
  }

  @Test func saysWhatIsMissing() {
    let texts = [
      SummaryPDFError.libraryMissing("libx.so: not found"), .noFont, .drawing("out of memory"),
    ].map(\.description)
    #expect(
      texts == [
        "a library for PDF files is missing (libx.so: not found); install libpangocairo-1.0-0",
        "no font is installed; install fonts-dejavu-core",
        "the PDF could not be drawn: out of memory",
      ])
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
