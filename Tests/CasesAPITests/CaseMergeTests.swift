import CaseWire
import CasesAPI
import TestSupport
import Testing

@Suite struct CaseMergeTests {
  /// The description at the base, as edited, as it is now, and what becomes of it.
  struct Row: CustomTestStringConvertible, Sendable {
    let base, edited, latest: String?
    let content: String?
    var isConflict = false
    var isKept = false
    var isWritten = false
    var testDescription: String { "\([base, edited, latest])" }
  }

  @Test(arguments: [
    Row(base: "a", edited: "a", latest: "a", content: "a"),
    Row(base: "a", edited: "b", latest: "a", content: "b", isWritten: true),
    Row(base: "a", edited: "a", latest: "c", content: "c", isKept: true),
    Row(base: "a", edited: "b", latest: "b", content: "b"),
    Row(base: "a", edited: "b", latest: "c", content: "c", isConflict: true),
    Row(base: "a", edited: nil, latest: "a", content: nil, isWritten: true),
    Row(base: "a", edited: "", latest: "a", content: nil, isWritten: true),
    Row(base: nil, edited: "", latest: nil, content: nil),
    Row(base: "", edited: "", latest: nil, content: nil),
    Row(base: nil, edited: "", latest: "c", content: "c", isKept: true),
    Row(base: nil, edited: "b", latest: "", content: "b", isWritten: true),
    Row(base: "a", edited: "", latest: nil, content: nil),
    Row(base: "a", edited: "b", latest: nil, content: nil, isConflict: true),
  ])
  func oneFieldIsMergedByItsThreeTexts(row: Row) {
    func content(_ text: String?) -> CaseContent { CaseContent(name: "n", description: text) }
    let merge = CaseMerge(
      base: content(row.base), edited: content(row.edited), latest: content(row.latest))
    func set(_ isIn: Bool) -> Set<CaseField> { isIn ? [.description] : [] }
    #expect(merge.content.description == row.content)
    #expect(
      [merge.conflicts, merge.kept, merge.written]
        == [set(row.isConflict), set(row.isKept), set(row.isWritten)])
  }

  @Test func anOverruledConflictIsWritten() {
    let merge = CaseMerge(
      base: CaseContent(name: "a", findings: "a"), edited: CaseContent(name: "b", findings: "b"),
      latest: CaseContent(name: "c", findings: "c"), overruled: [.findings])
    #expect(merge.content == CaseContent(name: "c", findings: "b"))
    #expect([merge.conflicts, merge.kept, merge.written] == [[.name], [], [.findings]])
  }

  @Test(arguments: [CaseField.description, .findings])
  func differentParagraphsOfBothSidesAreMerged(field: CaseField) {
    func content(_ text: String) -> CaseContent {
      var content = CaseContent(name: "n")
      content.put(text, into: field)
      return content
    }
    let merge = CaseMerge(
      base: content("a\r\n\r\nb"), edited: content("a mine\r\n\r\nb"),
      latest: content("a\r\n\r\nb theirs"))
    #expect(merge.content == content("a mine\r\n\r\nb theirs"))
    #expect(
      [merge.conflicts, merge.kept, merge.written, merge.merged, merge.unseen]
        == [[], [], [field], [field], [field]])
    // What is there already is not written again.
    let again = CaseMerge(
      base: content("a\r\n\r\nb"), edited: content("a mine\r\n\r\nb"), latest: merge.content)
    #expect(again.content == merge.content)
    #expect([again.conflicts, again.written, again.merged] == [[], [], []])
    // Who overrules has seen both.
    let overruled = CaseMerge(
      base: content("a\n\nb"), edited: content("a mine\n\nb"), latest: content("a\n\nb theirs"),
      overruled: [field])
    #expect(overruled.content == content("a mine\n\nb"))
  }

  @Test(arguments: [(CaseField.description, 250), (.findings, 30_000)])
  func aMergedTextThatIsTooLongStaysAConflict(field: CaseField, limit: Int) {
    func content(_ text: String) -> CaseContent {
      var content = CaseContent(name: "n")
      content.put(text, into: field)
      return content
    }
    for over in [0, 1] {
      let long = String(repeating: "\u{301}", count: limit - 5 + over)
      let merge = CaseMerge(
        base: content("a\n\nb"), edited: content("a\n\nb1"), latest: content("a\(long)\n\nb"))
      #expect(merge.conflicts == (over == 0 ? [] : [field]))
    }
  }

  @Test func namesAreNotMerged() {
    let merge = CaseMerge(
      base: CaseContent(name: "a\n\nb"), edited: CaseContent(name: "c\n\nb"),
      latest: CaseContent(name: "a\n\nc"))
    #expect(merge.conflicts == [.name])
  }

  @Test func textsThatNobodyChangedKeepTheirBytes() {
    let decomposed = "u\u{308}\r\n"
    let base = CaseContent(name: "n", description: "", findings: "ü\r\n")
    var edited = base
    edited.name = "m"
    let latest = CaseContent(name: "n", description: nil, findings: decomposed)
    let merge = CaseMerge(base: base, edited: edited, latest: latest)
    #expect(Array((merge.content.findings ?? "").utf8) == Array(decomposed.utf8))
  }

  /// 10,000 cases from a fixed seed, each against the laws that a merge obeys.
  @Test func randomContentsObeyTheLaws() {
    var random = SeededRandom(seed: 20_261_125)
    for _ in 0..<10_000 {
      let (base, edited, latest) = (random.content(), random.content(), random.content())
      let overruled = Set(CaseField.allCases.filter { _ in Bool.random(using: &random) })
      let merge = CaseMerge(base: base, edited: edited, latest: latest, overruled: overruled)
      let mirror = CaseMerge(base: base, edited: latest, latest: edited)
      let plain = CaseMerge(base: base, edited: edited, latest: latest)
      let lawful = [
        // Both sides see the same conflicts.
        plain.conflicts == mirror.conflicts,
        // Whoever changed nothing writes nothing; where nobody else did, all is written.
        CaseMerge(base: base, edited: base, latest: latest).content == latest,
        CaseMerge(base: base, edited: edited, latest: base).content.differences(from: edited) == [],
        // What is written is mine, what is not is theirs, to the byte.
        merge.written.allSatisfy { merge.content[$0] == edited[$0] },
        merge.content.differences(from: latest) == merge.written,
        // Nobody's words are replaced unless that was decided.
        merge.written.subtracting(overruled).allSatisfy { latest[$0] == base[$0] },
        merge.kept.allSatisfy { merge.content[$0] == latest[$0] && edited[$0] == base[$0] },
        // Each field has one fate.
        merge.conflicts.isDisjoint(with: merge.written), merge.kept.isDisjoint(with: merge.written),
        merge.kept.isDisjoint(with: merge.conflicts), merge.conflicts.isDisjoint(with: overruled),
        // A merge of the result changes nothing more.
        CaseMerge(base: latest, edited: merge.content, latest: latest).content == merge.content,
      ]
      guard lawful.allSatisfy(\.self) else {
        Issue.record("\(lawful) for \(base), \(edited), \(latest), \(overruled)")
        return
      }
    }
  }
}

extension SeededRandom {
  fileprivate mutating func content() -> CaseContent {
    func text(_ random: inout SeededRandom) -> String? {
      [nil, "", "a", "b"].randomElement(using: &random).flatMap(\.self)
    }
    return CaseContent(
      name: text(&self) ?? "", description: text(&self), findings: text(&self),
      subject: text(&self).map { UserUID($0) }, assignee: text(&self).map { UserUID($0) })
  }
}
