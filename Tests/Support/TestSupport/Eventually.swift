/// Waits until something is so.
///
/// - Parameters:
///   - limit: how long to wait at most.
///   - condition: what is waited for; looked at every millisecond.
/// - Returns: whether it became so in time.
public func eventually(
  within limit: Duration = .seconds(10), _ condition: () -> Bool
) async -> Bool {
  let end = ContinuousClock.now + limit
  while !condition() {
    guard ContinuousClock.now < end else { return false }
    try? await Task.sleep(for: .milliseconds(1))
  }
  return true
}
