import Synchronization

/// Counts from any thread.
final class Counter: Sendable {
  let count = Atomic<Int>(0)
}
