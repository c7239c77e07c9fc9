/// What one side put in the place of a stretch of the text that both began with.
struct MergeEdit {
  /// The pieces of the base that it replaces; empty where something was put in.
  let base: Range<Int>
  /// What stands there now.
  let pieces: [String]
  /// Whether it begins with the same kind of piece, paragraph or separator, as what it replaces.
  let keepsKind: Bool

  /// Whether two changes cannot both be made without somebody's decision.
  func disputes(_ other: MergeEdit) -> Bool {
    if base.overlaps(other.base) { return true }
    let touch =
      base.upperBound == other.base.lowerBound
      || other.base.upperBound == base.lowerBound
    if base.isEmpty || other.base.isEmpty {
      // Nothing that was put in has a certain place inside of what the other side replaced.
      let inside =
        base.isEmpty
        ? base.lowerBound > other.base.lowerBound && base.lowerBound < other.base.upperBound
        : other.base.lowerBound > base.lowerBound && other.base.lowerBound < base.upperBound
      return inside
        || (touch && !(keepsCount && other.isInsertion || other.keepsCount && isInsertion))
    }
    return false
  }

  private var isInsertion: Bool { base.isEmpty }
  /// Whether paragraphs were rewritten in their places, none added and none taken.
  private var keepsCount: Bool { !base.isEmpty && base.count == pieces.count && keepsKind }
}
