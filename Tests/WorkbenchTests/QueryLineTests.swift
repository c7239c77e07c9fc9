import CaseWire
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

@Suite struct QueryLineTests {
  private func read(_ line: String, me: String? = "jo@example.com") -> QueryLine {
    QueryLine(line, now: Walk.now, zone: .utc, me: me)
  }

  private func day(_ text: String, _ hours: Int64 = 0) -> Timestamp {
    Timestamp(text + "T00:00:00Z")?.adding(seconds: hours * 3_600) ?? Walk.now
  }

  @Test func eachKeyReadsItsValues() {
    var query = CaseQuery(CaseFilter(), by: CaseOrder(by: .name, isDescending: false))
    query.filter.statuses = [.open, .closed]
    query.filter.name = "payroll tokyo"
    query.people = [
      .assignee: "jo@example.com", .subject: "casey", .lastModifiedBy: "kim@example.com",
    ]
    #expect(
      read(
        "status:closed,OPEN payroll assignee:me subject:casey tokyo modifiedby:kim@example.com "
          + "sort:name"
      ).query == query)
    #expect(read("assigned:no").query.filter.isAssigned == false)
    #expect(read("assignee:none").query.filter.isAssigned == false)
    #expect(read("status:all").query.filter.statuses == [])
    #expect(read(#"name:"a b: c" x"#).query.filter.name == "a b: c x")
    #expect(read("12:30 10.0.0.1:80").query.filter.name == "12:30 10.0.0.1:80")
    #expect(read("").query == CaseQuery(CaseFilter(), by: CaseQuery.allOpen.order))
  }

  @Test(
    arguments: [
      ("7d", "2026-10-19", nil), ("2026-01-01..2026-02-01", "2026-01-01", "2026-02-02"),
      ("2026-01-01..", "2026-01-01", nil), ("..2026-02-01", nil, "2026-02-02"),
      ("2026-02-01", "2026-02-01", "2026-02-02"),
    ] as [(String, String?, String?)])
  func spansTakeWholeDays(text: String, start: String?, end: String?) {
    let span = read("updated:\(text)").query.filter.updatedAt
    #expect(span?.start == start.map { day($0) })
    #expect(span?.end == end.map { Timestamp(microseconds: day($0).microseconds - 1) })
  }

  @Test func hoursAreCountedFromNow() {
    #expect(
      read("created:12h").query.filter.createdAt
        == TimeSpan(start: Walk.now.adding(seconds: -43_200), end: nil))
  }

  @Test(arguments: [
    ("foo:bar", 0..<7, "“foo:” is no key; there are"),
    ("a status:opne", 9..<13, "“opne” is no status; did you mean open?"),
    ("status:mine", 7..<11, "“mine” is no status; there are open, closed, archived and all"),
    ("updated:tomorrow x", 8..<16, "“tomorrow” is no time; type a day such as"),
    ("updated:9x", 8..<10, "“9x” is no time; type a day such as 2026-10-26"),
    ("updated:2026-01-01..soon", 8..<24, "“soon” is no time"),
    ("updated:soon..2026-01-01", 8..<24, "“soon” is no time"),
    ("updated:..", 8..<10, "“..” is no time"),
    ("assigned:maybe", 9..<14, "“maybe” is neither yes nor no"),
    ("assigned:yse", 9..<12, "“yse” is neither yes nor no; did you mean yes?"),
    (
      "created:2026-02-01..2026-01-01", 8..<30,
      "The span ends before it begins; did you mean 2026-01-01..2026-02-01?"
    ),
    ("sort:colour", 5..<11, "“colour” is no order; there are updated, created"),
    ("sort:uas", 5..<8, "“uas” is no order; there are updated, created"),
    ("sort:-updatd", 5..<12, "“-updatd” is no order; did you mean -updated?"),
  ])
  func aMistakeHasItsPlaceAndSaysWhatIsWrongAndWhatWouldBeRight(
    line: String, range: Range<Int>, text: String
  ) {
    let mistakes = read(line).mistakes
    #expect(mistakes.map(\.range) == [range])
    #expect(mistakes.first?.text.hasPrefix(text) == true)
  }

  @Test(arguments: [
    ("asignee:me", "“asignee:” is no key; did you mean assignee?"),
    ("as:me", "“as:” is no key; did you mean assignee?"),
    ("-statsu:open", "“-statsu:” is no key; did you mean status?"),
    ("wholly:new", "“wholly:” is no key; there are status, assignee"),
  ])
  func anUnknownKeyTellsWhatWasMeant(line: String, text: String) {
    let read = read("payroll \(line)")
    #expect(read.mistakes.map(\.range) == [8..<8 + line.count])
    #expect(read.mistakes.first?.text.hasPrefix(text) == true)
    #expect(read.mistakes.first?.text.hasSuffix("A name that has a colon goes in quotes") == true)
    #expect(read.query.filter.name == "payroll")
  }

  @Test func aNameWithAColonGoesInQuotes() {
    let read = read(#""asignee:me" "-status:closed""#)
    #expect(read.mistakes.isEmpty)
    #expect(read.query.filter.name == "asignee:me -status:closed")
  }

  /// A hyphen before a key was taken for a word of the name, so the list went empty.
  @Test(arguments: [
    ("-status:closed", "what shall be shown, such as status:open,archived"),
    ("-assignee:me", "assigned:no, or for one person, such as assignee:me"),
    ("-updated:7d", "the days before, such as updated:..2026-10-26"),
    ("-sort:name", "the other order behind the colon, such as sort:-updated"),
    ("-name:x", "words that the name has"), ("-subject:me", "one person, such as subject:me"),
  ])
  func aHyphenBeforeAKeyTellsWhatCanBeAsked(line: String, text: String) {
    let mistakes = read(line).mistakes
    #expect(mistakes.map(\.range) == [0..<line.count])
    #expect(mistakes.first?.text == "A hyphen leaves nothing out here; ask for " + text)
  }

  /// The colon of an address was taken for that of a key.
  @Test(arguments: [
    "http://x.y/z 10:30", "https://x.y:8443/a?b=c:d", #"C:\Users\casey 10:30:05"#, "status://x",
  ])
  func anAddressATimeAndAPathAreWordsOfTheName(line: String) {
    #expect(read(line).mistakes.isEmpty)
    #expect(read(line).query.filter.name == line)
  }

  /// It was looked for with its hyphen, and nothing said that it leaves nothing out.
  @Test(arguments: [("-foo", "-foo"), ("--5", "--5"), (#"-"a b""#, "-a b")])
  func aHyphenBeforeAWordTellsThatItLeavesNothingOut(line: String, word: String) {
    let mistakes = read("payroll \(line)").mistakes
    #expect(mistakes.map(\.range) == [8..<8 + line.count])
    #expect(
      mistakes.first?.text == "A hyphen leaves nothing out here; for a name with “\(word)” in it, "
        + "put it in quotes: \"\(word)\"")
  }

  @Test(arguments: [
    (#""-foo""#, "-foo"), ("a - b", "a - b"), ("name:-foo", "-foo"), ("-", "-"), ("->", "->"),
    ("hand-over", "hand-over"),
  ])
  func aHyphenInQuotesOrByItselfIsAPartOfTheName(line: String, name: String) {
    #expect(read(line).mistakes.isEmpty)
    #expect(read(line).query.filter.name == name)
  }

  @Test func eachMistakeHasItsPlace() {
    let line = "status:opne,closed,arhcived foo:bar -x updated:9x"
    #expect(read(line).mistakes.map(\.range) == [7..<11, 19..<27, 28..<35, 36..<38, 47..<49])
  }

  @Test func whoMeIsMustBeKnown() {
    #expect(read("assignee:me", me: nil).mistakes.map(\.range) == [9..<11])
  }

  @Test func aKeyWithoutItsValueAsksForNothingYet() {
    #expect(read("status: assignee: updated:").mistakes.isEmpty)
  }

  /// What is written for a query asks for that query.
  @Test func aQueryAndItsLineAreTheSame() {
    var random = SeededRandom(seed: 7)
    let names = [
      "payroll", "a b", "status:open", "-status:open", "-foo bar", "http://x.y:80", "x\"y",
      "50% off", "离职", nil,
    ]
    for _ in 0..<500 {
      var query = CaseQuery(CaseFilter(), by: CaseQuery.allOpen.order)
      query.filter.statuses = [[], [.open], [.closed], [.open, .archived]][random.next(below: 4)]
      query.filter.name = names[random.next(below: names.count)]
      query.filter.isAssigned = [nil, true, false][random.next(below: 3)]
      if random.next(below: 2) == 0 { query.people[.assignee] = "kim@example.com" }
      if random.next(below: 2) == 0 { query.people[.subject] = "odd name" }
      if random.next(below: 3) == 0 {
        query.filter.createdAt = TimeSpan(
          start: day("2026-01-01"),
          end: Timestamp(microseconds: day("2026-01-03").microseconds - 1))
      }
      if random.next(below: 3) == 0 { query.order = CaseOrder(by: .name, isDescending: true) }
      let line = QueryLine.text(of: query, in: .utc)
      // A quote cannot stand in a quoted value; everything else comes back as it was.
      if query.filter.name == "x\"y" { continue }
      #expect(read(line).query == query, "\(line)")
    }
  }

  @Test func anyTextIsReadWithoutHarm() {
    var random = SeededRandom(seed: 9)
    let pieces = [
      ":", "\"", " ", "status", "open", "..", "7d", "é", "中", "-", "#", "updated:", ",",
    ]
    for _ in 0..<2_000 {
      let line = (0..<random.next(below: 12)).map { _ in pieces[random.next(below: pieces.count)] }
        .joined()
      let read = read(line)
      #expect(read.mistakes.allSatisfy { $0.range.upperBound <= line.count })
    }
  }
}
