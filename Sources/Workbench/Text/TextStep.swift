/// What one undo takes back: one part of the text that became another.
struct TextStep: Sendable {
  /// What made the step, which decides what may join it.
  enum Kind: Sendable {
    /// Characters typed one after the other.
    case typing
    /// Characters erased one after the other.
    case erasing
    /// Anything that stands alone.
    case whole
  }

  /// The byte at which the part starts.
  var start: Int
  /// What stood there before.
  var removed: String
  /// What stands there afterwards.
  var inserted: String
  /// Where the cursor stood before.
  var cursorBefore: Int
  /// Where the cursor stands afterwards.
  var cursorAfter: Int
  /// What made the step.
  var kind: Kind
  /// The number of what the text was started from, before.
  var groundBefore = 0
  /// The number of what the text was started from, afterwards.
  var groundAfter = 0

  /// Takes a step into this one where both are one run within one word.
  ///
  /// - Parameter next: the step made right after this one.
  /// - Returns: whether it was taken in.
  mutating func join(_ next: TextStep) -> Bool {
    guard kind == next.kind, cursorAfter == next.cursorBefore else { return false }
    switch kind {
    case .whole:
      return false
    case .typing:
      guard next.removed.isEmpty, next.start == start + inserted.utf8.count,
        !startsWord(next.inserted, after: inserted)
      else { return false }
      inserted += next.inserted
    case .erasing:
      if next.start == start {
        guard !startsWord(next.removed, after: removed) else { return false }
        removed += next.removed
      } else {
        guard next.start + next.removed.utf8.count == start,
          !startsWord(removed, after: next.removed)
        else { return false }
        removed = next.removed + removed
        start = next.start
      }
    }
    cursorAfter = next.cursorAfter
    groundAfter = next.groundAfter
    return true
  }

  private func startsWord(_ text: String, after before: String) -> Bool {
    before.last?.isWhitespace == true && text.first?.isWhitespace == false
  }
}

extension TextStep: Equatable {
  /// Compares texts byte for byte.
  static func == (left: TextStep, right: TextStep) -> Bool {
    left.start == right.start && left.cursorBefore == right.cursorBefore
      && left.cursorAfter == right.cursorAfter && left.kind == right.kind
      && left.groundBefore == right.groundBefore && left.groundAfter == right.groundAfter
      && left.removed.utf8.elementsEqual(right.removed.utf8)
      && left.inserted.utf8.elementsEqual(right.inserted.utf8)
  }
}
