package import CaseWire
package import StateStore
package import TerminalModel
package import Workbench

/// Walks the workbench from fact to fact and remembers the orders that followed.
package struct Walk {
  package typealias Orders = [Step<WorkbenchEffect, WorkbenchEffectID>]

  package static let now = Timestamp(microseconds: 1_793_000_000_000_000)
  package var state = WorkbenchState(server: "test", now: Walk.now, zone: .utc)
  /// What followed from the last fact.
  package private(set) var orders: Orders = []
  /// The same without what is only noted for the next session.
  package var acts: Orders {
    orders.filter { if case .run(.keepSession, _) = $0 { false } else { true } }
  }
  /// Everything that was ordered so far.
  package private(set) var all: Orders = []

  /// A screen of a size, nothing fetched yet.
  package init(_ width: Int = 120, _ height: Int = 40) {
    send(.terminal(.resized(Size(width: width, height: height)), at: Walk.now))
  }

  /// A screen with open cases 1 to `count` in the list, the last one first, and the first page
  /// there.
  package static func withCases(_ count: Int, _ width: Int = 120, _ height: Int = 40) -> Walk {
    var walk = Walk(width, height)
    walk.send(.pageArrived(0, Sample.page(0, of: count), at: now))
    return walk
  }

  /// A screen with one case open in full.
  package static func withCase(_ number: Int64, _ width: Int = 120, _ height: Int = 40) -> Walk {
    var walk = withCases(Int(number), width, height)
    walk.send(.caseArrived(Sample.whole(number)))
    return walk
  }

  @discardableResult
  package mutating func send(_ action: WorkbenchAction) -> Orders {
    orders = Workbench.reduce(&state, action)
    all += orders
    return orders
  }

  @discardableResult
  package mutating func press(_ keys: Key..., at moment: Timestamp = now) -> Orders {
    for key in keys { send(.terminal(.key(key), at: moment)) }
    return orders
  }

  /// Types text, a key a character; line breaks are Enter.
  @discardableResult
  package mutating func type(_ text: String) -> Orders {
    for character in text { press(character == "\n" ? .enter : .character(character)) }
    return orders
  }

  /// The changes that were ordered so far.
  package var saves: [SaveOrder] {
    all.compactMap { if case .run(.save(let order), _) = $0 { order } else { nil } }
  }
}
