/// A three-way merge of a text by paragraphs, or by lines.
///
/// Changes of different paragraphs are all taken, also of neighbouring ones. What both sides did
/// alike is taken once. Undecided stay changes of the same paragraph, and two different paragraphs
/// that were added at the same place, as two notes at the end: an order nobody chose could turn
/// round what they say, so somebody looks at them. A paragraph that was added beside one the other
/// side rewrote has only one place, and is taken; a line is not.
public struct TextMerge: Hashable, Sendable {
  /// The merged text in its order.
  public let parts: [MergePart]

  /// Merges.
  ///
  /// - Parameters:
  ///   - base: the text as both began.
  ///   - mine: the text as one side left it.
  ///   - theirs: the text as the other side left it.
  ///   - unit: what counts as one place; for a text that somebody reads through, also lines.
  public init(
    base: String, mine: String, theirs: String, by unit: DifferenceUnit = .paragraph
  ) {
    let bases = TextPieces.pieces(of: base, by: unit)
    let mines = TextPieces.pieces(of: mine, by: unit)
    let others = TextPieces.pieces(of: theirs, by: unit)
    var numbers = PieceNumbers()
    let baseNumbers = numbers(bases)
    func edits(_ pieces: [Substring]) -> [MergeEdit] {
      let difference = SequenceDifference(from: baseNumbers, to: numbers(pieces))
      return Self.edits(difference, bases, pieces, by: unit)
    }
    let hunks = MergeHunk.hunks(mine: edits(mines), theirs: edits(others))
    var parts: [MergePart] = []
    var done = 0
    for hunk in hunks {
      parts.append(.settled(bases[done..<hunk.base.lowerBound].joined()))
      parts.append(hunk.part(of: bases))
      done = hunk.base.upperBound
    }
    parts.append(.settled(bases[done...].joined()))
    self.parts = parts.filter { $0 != .settled("") }
  }

  /// The merged text, if nothing is left to decide.
  public var text: String? {
    var text = ""
    for part in parts {
      guard case .settled(let settled) = part else { return nil }
      text += settled
    }
    return text
  }

  private static func edits(
    _ difference: SequenceDifference, _ base: [Substring], _ pieces: [Substring],
    by unit: DifferenceUnit
  ) -> [MergeEdit] {
    difference.changes.map { change in
      // A line that was put beside another one may go on with it, and is looked at where that one
      // was rewritten.
      let keepsKind =
        unit != .line
        && base[change.old].first.map(isSeparator) == pieces[change.new].first.map(isSeparator)
      return MergeEdit(
        base: change.old, pieces: pieces[change.new].map(String.init), keepsKind: keepsKind)
    }
  }

  private static func isSeparator(_ piece: Substring) -> Bool { piece.allSatisfy(\.isWhitespace) }
}
