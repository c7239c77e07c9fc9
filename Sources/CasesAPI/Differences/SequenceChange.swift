/// A stretch of old elements whose place a stretch of new elements takes; one of them may be empty.
struct SequenceChange: Hashable {
  /// The old elements.
  var old: Range<Int>
  /// The new elements.
  var new: Range<Int>
}
