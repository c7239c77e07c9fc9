import Glibc
import Testing

/// Waits until a condition holds, looking every two milliseconds.
///
/// - Parameters:
///   - what: what is waited for, for the failure's text.
///   - seconds: how long at most.
///   - condition: the condition.
/// - Throws: an issue when the time is over.
func waitUntil(
  _ what: @autoclosure () -> String, seconds: Int = 20, _ condition: () throws -> Bool
) throws {
  for _ in 0..<(seconds * 500) {
    if try condition() { return }
    usleep(2000)
  }
  try #require(Bool(false), "waited \(seconds) s in vain for \(what())")
}
