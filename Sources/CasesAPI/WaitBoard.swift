import Threads

/// The pauses of all requests of a client, of which the longest is told.
final class WaitBoard: Sendable {
  private struct Pauses {
    var lastID = 0
    var waits: [Int: RequestWait] = [:]
    var told: RequestWait?

    /// What is to be told now; nil where it was told already.
    mutating func news() -> RequestWait?? {
      let longest = waits.values.max { $0.pause < $1.pause }
      guard longest != told else { return nil }
      told = longest
      return .some(longest)
    }
  }

  private let pauses = Locked(Pauses())
  private let tell: @Sendable (RequestWait?) -> Void

  /// Makes an empty board.
  ///
  /// - Parameter tell: is told the longest pause whenever it is another one; nil when none is left.
  init(tell: @escaping @Sendable (RequestWait?) -> Void) { self.tell = tell }

  /// Puts a pause up for as long as a body runs.
  ///
  /// - Parameters:
  ///   - wait: the pause.
  ///   - body: waits.
  func during(_ wait: RequestWait, _ body: () async -> Void) async {
    let id = change { pauses in
      pauses.lastID += 1
      pauses.waits[pauses.lastID] = wait
      return pauses.lastID
    }
    await body()
    change { $0.waits[id] = nil }
  }

  /// Changes the board and tells, under the lock, since news must arrive in their order.
  @discardableResult private func change<Value>(_ body: (inout Pauses) -> Value) -> Value {
    pauses.withLock { pauses in
      let value = body(&pauses)
      if let news = pauses.news() { tell(news) }
      return value
    }
  }
}
