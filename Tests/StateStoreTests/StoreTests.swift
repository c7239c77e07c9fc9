import Threads
import StateStore
import Testing

/// Counts answers, to see which of them the store lets through.
private enum Counter: Feature {
  enum Action: Equatable, Codable { case start(Int), startOther, cancel, answered(Int) }
  struct State: Equatable { var answers: [Int] = [] }

  static func reduce(_ state: inout State, _ action: Action) -> [Step<Int, String>] {
    switch action {
    case .start(let order): return [.run(order, id: "work")]
    case .startOther: return [.run(100, id: "other")]
    case .cancel: return [.cancel("work")]
    case .answered(let value):
      state.answers.append(value)
      return []
    }
  }
}

/// Orders wait here until the test lets them answer.
private final class Gate: Sendable {
  private let waiting = Locked<[Int: Store<Counter>.Answer]>([:])

  func run(_ order: Int, _ answer: @escaping Store<Counter>.Answer) async {
    waiting.withLock { $0[order] = answer }
    while waiting.withLock({ $0[order] != nil }) { await Task.yield() }
  }

  func answer(_ order: Int) async {
    var answer: Store<Counter>.Answer?
    while answer == nil {
      answer = waiting.withLock { $0[order] }
      await Task.yield()
    }
    answer?(.answered(order))
    waiting.withLock { $0[order] = nil }
  }
}

@Suite struct StoreTests {
  private let gate = Gate()
  private let changes = Locked(0)
  private let store: Store<Counter>

  init() {
    store = Store(
      Counter.State(), changed: { [changes] in changes.withLock { $0 += 1 } },
      runner: { [gate] order, answer in await gate.run(order, answer) })
  }

  @Test func anEffectAnswersAndLeaves() async {
    store.send(.start(1))
    #expect(store.running == ["work"])
    await gate.answer(1)
    while !store.running.isEmpty { await Task.yield() }
    #expect(store.state.answers == [1])
    #expect(changes.withLock { $0 } == 2)
  }

  @Test func aReplacedEffectIsNotHeardAnyMore() async {
    store.send(.start(1))
    store.send(.start(2))
    await gate.answer(2)
    #expect(store.state.answers == [2])
  }

  @Test func aLateAnswerAfterCancelIsDropped() async {
    store.send(.startOther)
    store.send(.start(1))
    store.send(.cancel)
    await gate.answer(100)
    #expect(store.state.answers == [100])
  }

  @Test func nothingIsHeardAfterStop() {
    store.send(.start(1))
    store.stop()
    store.send(.answered(9))
    #expect(store.state.answers.isEmpty)
    #expect(store.running.isEmpty)
  }
}
