/// Changes of both sides that concern one place of the text.
struct MergeHunk {
  /// The pieces of the base that any of the changes replaces.
  private(set) var base: Range<Int>
  private var mine: [MergeEdit]
  private var theirs: [MergeEdit]

  /// Sorts the changes of both sides into hunks.
  ///
  /// - Parameters:
  ///   - mine: the changes of one side, in order.
  ///   - theirs: the changes of the other side, in order.
  /// - Returns: hunks in order, which overlap nowhere.
  static func hunks(mine: [MergeEdit], theirs: [MergeEdit]) -> [MergeHunk] {
    let all =
      mine.map { MergeHunk(base: $0.base, mine: [$0], theirs: []) }
      + theirs.map { MergeHunk(base: $0.base, mine: [], theirs: [$0]) }
    // What was put in before a paragraph comes before what replaces the paragraph.
    let sorted = all.sorted {
      ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound)
    }
    var hunks: [MergeHunk] = []
    for hunk in sorted {
      var joined = hunk
      while let last = hunks.last, last.disputes(joined) {
        hunks.removeLast()
        joined = last.joined(with: joined)
      }
      hunks.append(joined)
    }
    return hunks
  }

  private func disputes(_ other: MergeHunk) -> Bool {
    base.overlaps(other.base)
      || mine.contains { edit in other.theirs.contains { edit.disputes($0) } }
      || theirs.contains { edit in other.mine.contains { edit.disputes($0) } }
  }

  private func joined(with other: MergeHunk) -> MergeHunk {
    let lower = min(base.lowerBound, other.base.lowerBound)
    let upper = max(base.upperBound, other.base.upperBound)
    return MergeHunk(
      base: lower..<upper, mine: mine + other.mine, theirs: theirs + other.theirs)
  }

  /// What the hunk comes to.
  ///
  /// - Parameter pieces: all pieces of the base.
  /// - Returns: a settled part when only one side changed the place, or both alike.
  func part(of pieces: [Substring]) -> MergePart {
    let mine = text(of: self.mine, pieces)
    let theirs = text(of: self.theirs, pieces)
    if self.theirs.isEmpty || mine.utf8.elementsEqual(theirs.utf8) { return .settled(mine) }
    if self.mine.isEmpty { return .settled(theirs) }
    return .disputed(base: pieces[base].joined(), theirs: theirs, mine: mine)
  }

  private func text(of edits: [MergeEdit], _ pieces: [Substring]) -> String {
    var text = ""
    var done = base.lowerBound
    for edit in edits {
      text += pieces[done..<edit.base.lowerBound].joined() + edit.pieces.joined()
      done = edit.base.upperBound
    }
    return text + pieces[done..<base.upperBound].joined()
  }
}
