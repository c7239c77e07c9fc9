import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// Random writing, undoing, leaving and saving while somebody else changes the case.
@Suite struct NoChangeLostTests {
  /// No save takes a word of somebody else away that was not decided upon, and taking theirs keeps
  /// mine.
  @Test func noSaveTakesAwayWhatNobodyDecidedUpon() throws {
    var counts = Desk.Counts()
    for seed in 0..<150 {
      var desk = Desk(seed: UInt64(seed))
      for step in 0..<120 { try desk.step("seed \(seed), step \(step)") }
      counts.add(desk.counts)
    }
    // Each way was gone often.
    #expect(counts.conflicts > 300 && counts.merges > 50 && counts.saves > 1_000)
    #expect(counts.undoneBehind > 100 && counts.taken > 50)
  }

  /// One analyst at the workbench, another one at the server.
  private struct Desk {
    struct Counts {
      var conflicts = 0
      var merges = 0
      var saves = 0
      var undoneBehind = 0
      var taken = 0

      mutating func add(_ more: Counts) {
        conflicts += more.conflicts
        merges += more.merges
        saves += more.saves
        undoneBehind += more.undoneBehind
        taken += more.taken
      }
    }

    var counts = Counts()
    private var walk = Walk.withCase(7)
    private var stored = Sample.whole(7, findings: "f0\n\nf1\nf2\n\nf3")
    private var random: SeededRandom
    /// The other's words over which mine were preferred.
    private var decided: Set<Substring> = []
    private var words = 0

    init(seed: UInt64) {
      random = SeededRandom(seed: seed)
      walk.send(.caseArrived(stored))
    }

    mutating func step(_ place: String) throws {
      if case .conflict(let dialog) = walk.state.dialog { return try decide(dialog, place) }
      guard walk.state.form != nil else {
        walk.press("e")
        try #require(walk.state.form != nil, "\(place)")
        return
      }
      switch random.next(below: 16) {
      case 0...3: write()
      case 4...6: undo()
      case 7: walk.press(.control("g"), "r")
      case 8...9: interfere()
      case 10: walk.send(.caseWatched(stored))
      case 11: walk.press(.escape)
      case 12: walk.press(.tab)
      default: try save(place)
      }
    }

    /// Puts a word of one's own at the start or the end of a line, never into a word.
    private mutating func write() {
      words += 1
      for _ in 0..<random.next(below: 3) { walk.press(.up) }
      switch random.next(below: 3) {
      case 0: walk.press(.end)
      case 1: walk.press(.controlEnd)
      default: walk.press(.controlHome)
      }
      walk.type(" m\(words) ")
    }

    private mutating func undo() {
      for _ in 0...random.next(below: 4) {
        walk.press(.control("_"))
        if walk.state.notice?.text.contains("undone to before") == true {
          counts.undoneBehind += 1
        }
      }
    }

    /// Somebody else puts a word beside another one.
    private mutating func interfere() {
      words += 1
      let word = "f\(random.next(below: 4))"
      switch random.next(below: 4) {
      case 0: stored.description = "\(stored.description ?? "") k\(words)"
      case 1: stored.findings = "\(stored.findings ?? "")\n\nk\(words)"
      default: stored.findings = stored.findings?.replacing(word, with: "\(word) k\(words)")
      }
    }

    private mutating func decide(_ dialog: ConflictDialog, _ place: String) throws {
      walk.send(.dialogDrawn)
      guard let field = dialog.field else { return }
      let mine = Self.words(of: walk.state.form?.texts[field])
      switch random.next(below: 5) {
      case 0:
        decided.formUnion(Self.words(of: dialog.theirs).subtracting(mine))
        walk.press("m")
      case 1:
        walk.press("t")
        guard walk.state.dialog == nil else { return }
        for case .run(.setDraftAside(let draft), _) in walk.orders {
          try #require(Self.words(of: draft.texts[field]).isSuperset(of: mine), "\(place)")
          counts.taken += 1
          walk.send(.draftSetAside(draft, others: []))
        }
      case 2: walk.press("b")
      case 3:
        walk.press("e")
        if walk.state.dialog == nil, random.next(below: 2) == 0 { settle() }
      default: walk.press(.escape)
      }
    }

    /// Takes the lines of signs out, and nothing else.
    private mutating func settle() {
      guard let field = walk.state.form?.focus, let text = walk.state.form?.texts[field] else {
        return
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let rest = lines.filter { line in
        !["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) }
      }
      walk.press(.control("g"), "a")
      walk.send(.terminal(.paste(rest.joined(separator: "\n")), at: Walk.now))
    }

    private mutating func save(_ place: String) throws {
      let before = walk.saves.count
      walk.press(.control("s"))
      guard walk.saves.count > before, let order = walk.saves.last else { return }
      if random.next(below: 3) == 0 { interfere() }
      if random.next(below: 3) == 0 { write() }
      let old = stored
      let outcome = change(order.draft)
      counts.saves += 1
      for field in [CaseField.description, .findings] {
        let lost = Self.words(of: old.content[field])
          .subtracting(Self.words(of: stored.content[field]))
          .filter { $0.hasPrefix("k") && !decided.contains($0) }
        try #require(lost.isEmpty, "\(place): \(lost) of \(field)")
      }
      walk.send(.saveEnded(order, .change(outcome)))
    }

    /// Does what a save does: merges, and stores what needs no decision.
    private mutating func change(_ draft: Draft) -> CaseSaveOutcome {
      var edited = draft.base
      for field in draft.changedFields {
        edited.put(draft.texts[field].isEmpty ? nil : draft.texts[field], into: field)
      }
      let merge = CaseMerge(base: draft.base, edited: edited, latest: stored.content)
      guard merge.conflicts.isEmpty else {
        counts.conflicts += 1
        return .conflict(latest: stored, merge.conflicts)
      }
      guard !merge.written.isEmpty else { return .unchanged(stored) }
      if !merge.merged.isEmpty { counts.merges += 1 }
      stored.summary.name = merge.content.name
      stored.description = merge.content.description
      stored.findings = merge.content.findings
      return .saved(stored, kept: merge.unseen)
    }

    private static func words(of text: String?) -> Set<Substring> {
      Set((text ?? "").split { !$0.isLetter && !$0.isNumber })
    }
  }
}
