import CasesAPI

/// A text in which both sides of a dispute stand, parted by lines that say whose they are.
///
/// What needs no decision stands there once: paragraphs and lines that only one side changed, as
/// they were changed, and the lines that both sides have.
struct MergedText {
  private static let first = "<<<<<<< theirs, written by "
  private static let middle = "======= mine"
  private static let last = ">>>>>>> both end here"

  private let parts: [MergePart]
  private let pieces: [Piece]
  /// The line end that was put behind the texts for the comparison; empty where they had one.
  private let addedEnd: String

  /// Lines in the order of the text.
  private enum Piece {
    /// They need no decision.
    case settled(String)
    /// Each side has its own here.
    case disputed(theirs: String, mine: String)
  }

  /// Compares both sides.
  ///
  /// - Parameters:
  ///   - base: the text as both began.
  ///   - theirs: the text as somebody else left it.
  ///   - mine: the text as the user left it.
  init(base: String, theirs: String, mine: String) {
    parts = TextMerge(base: base, mine: mine, theirs: theirs).parts
    // Paragraphs that are settled are the same in all three then.
    let base = Self.joined(parts) { base, _, _ in base }
    let theirs = Self.joined(parts) { _, theirs, _ in theirs }
    let mine = Self.joined(parts) { _, _, mine in mine }
    let end = (theirs + mine).first(where: Self.isLineEnd).map { String($0) } ?? "\n"
    addedEnd = Self.isEnded(theirs) || Self.isEnded(mine) ? "" : end
    let lines = TextMerge(
      base: Self.ended(base, by: end), mine: Self.ended(mine, by: end),
      theirs: Self.ended(theirs, by: end), by: .line)
    pieces = lines.parts.flatMap(Self.pieces)
  }

  /// Both texts, with a line that says whose they are around those lines in which they differ.
  ///
  /// - Parameter who: the name of somebody else.
  /// - Returns: the text; theirs comes first wherever they differ.
  func text(by who: String) -> String {
    joined { theirs, mine in
      Self.first + who + "\n" + theirs + Self.middle + "\n" + mine + Self.last + "\n"
    }
  }

  /// Both texts, theirs before mine wherever they differ; nil where a side did more than add lines.
  var addedUp: String? {
    for case .disputed(let base, let theirs, let mine) in parts
    where Self.takesAway(from: base, theirs) || Self.takesAway(from: base, mine) { return nil }
    return joined { $0 + $1 }
  }

  /// Whether a text still has a line that parts both sides of a dispute.
  ///
  /// - Parameter text: any text.
  /// - Returns: true where nobody has decided yet.
  static func isUndecided(_ text: String) -> Bool { firstMark(in: text) != nil }

  /// The byte at which the first such line begins.
  ///
  /// - Parameter text: any text.
  /// - Returns: nil where there is none.
  static func firstMark(in text: String) -> Int? {
    let line = text.split(whereSeparator: isLineEnd).first {
      $0.hasPrefix(first) || $0 == middle || $0 == last
    }
    return line.map { text.utf8.distance(from: text.startIndex, to: $0.startIndex) }
  }

  private func joined(_ pair: (_ theirs: String, _ mine: String) -> String) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .settled(let text): text
      case .disputed(let theirs, let mine): pair(theirs, mine)
      }
    }.joined()
    guard !addedEnd.isEmpty, case .settled = pieces.last else { return text }
    return String(text.dropLast())
  }

  /// Parts what both sides have of a dispute from what they have not.
  private static func pieces(of part: MergePart) -> [Piece] {
    guard case .disputed(_, let theirs, let mine) = part else {
      if case .settled(let text) = part { return [.settled(text)] } else { return [] }
    }
    var pieces: [Piece] = []
    var removed = ""
    let runs = TextDifference(from: theirs, to: mine, by: .line).runs
    for run in runs + [DifferenceRun(.kept, "")] {
      switch run.kind {
      case .removed:
        removed = run.text
      case .added:
        pieces.append(.disputed(theirs: removed, mine: run.text))
        removed = ""
      case .kept:
        if !removed.isEmpty { pieces.append(.disputed(theirs: removed, mine: "")) }
        removed = ""
        if !run.text.isEmpty { pieces.append(.settled(run.text)) }
      }
    }
    return pieces
  }

  private static func joined(
    _ parts: [MergePart], _ side: (_ base: String, _ theirs: String, _ mine: String) -> String
  ) -> String {
    parts.map { part in
      switch part {
      case .settled(let text): text
      case .disputed(let base, let theirs, let mine): side(base, theirs, mine)
      }
    }.joined()
  }

  private static func takesAway(from base: String, _ text: String) -> Bool {
    let difference = TextDifference(
      from: ended(base, by: "\n"), to: ended(text, by: "\n"), by: .line)
    return difference.runs.contains { $0.kind == .removed }
  }

  private static func ended(_ text: String, by end: String) -> String {
    text.isEmpty || isEnded(text) ? text : text + end
  }

  private static func isEnded(_ text: String) -> Bool { text.last.map(isLineEnd) ?? false }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}
