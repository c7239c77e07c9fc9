import Synchronization

/// What other threads have done.
final class Answers: Sendable {
  /// How many answers were not shown yet.
  let count = Atomic<Int>(0)
}
