/// A deletion that was put back by the last key, so that an older one can take its place.
struct PutBack: Equatable, Sendable {
  /// The bytes where it stands.
  let bytes: Range<Int>
  /// Which of the deletions it is, from 0.
  let index: Int
}
