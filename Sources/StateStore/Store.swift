import Threads

/// Holds the state of a feature, applies actions one at a time and runs the effects that follow.
///
/// Every method may be called from any thread. Actions take effect in the order in which `send` is
/// called. An effect speaks only as long as it runs under its name: what it says after it was
/// replaced, cancelled or after `stop` is dropped, decided under the same lock that guards the
/// state, so no late answer slips through.
public final class Store<F: Feature>: Sendable {
  /// Hands the answers of one effect to the store; it may be called any number of times.
  public typealias Answer = @Sendable (F.Action) -> Void
  /// Carries out one effect; it ends early when its task is cancelled.
  public typealias Runner = @Sendable (F.Effect, @escaping Answer) async -> Void

  private struct Running {
    let token: UInt64
    var task: Task<Void, Never>?
  }

  private struct Core {
    var state: F.State
    var running: [F.EffectID: Running] = [:]
    var lastToken: UInt64 = 0
    var isStopped = false
  }

  private let core: Locked<Core>
  private let executor: (any TaskExecutor)?
  private let runner: Runner
  private let changed: @Sendable () -> Void

  /// Makes a store; nothing runs before the first action.
  ///
  /// - Parameters:
  ///   - state: the first state.
  ///   - executor: where effects run; nil for the system's own threads.
  ///   - changed: called after each action, on the thread that sent it; must not block.
  ///   - runner: carries out effects, each in a task of its own.
  public init(
    _ state: F.State, on executor: (any TaskExecutor)? = nil,
    changed: @escaping @Sendable () -> Void, runner: @escaping Runner
  ) {
    core = Locked(Core(state: state))
    self.executor = executor
    self.changed = changed
    self.runner = runner
  }

  /// The state as it is now.
  public var state: F.State { core.withLock { $0.state } }

  /// The names of the effects that have not ended.
  public var running: Set<F.EffectID> { core.withLock { Set($0.running.keys) } }

  /// Applies an action and starts and cancels what follows from it.
  ///
  /// - Parameter action: what has happened; dropped after `stop`.
  public func send(_ action: F.Action) {
    apply(action, from: nil)
  }

  /// Cancels every effect; later actions and answers are dropped.
  public func stop() {
    let tasks = core.withLock { core in
      core.isStopped = true
      defer { core.running = [:] }
      return core.running.values.compactMap(\.task)
    }
    for task in tasks { task.cancel() }
  }

  private func apply(_ action: F.Action, from source: (id: F.EffectID, token: UInt64)?) {
    var replaced: [Task<Void, Never>] = []
    var started: [(effect: F.Effect, id: F.EffectID, token: UInt64)] = []
    let isApplied = core.withLock { core in
      guard !core.isStopped else { return false }
      if let source {
        guard core.running[source.id]?.token == source.token else { return false }
      }
      for step in F.reduce(&core.state, action) {
        switch step {
        case .cancel(let id):
          if let task = core.running.removeValue(forKey: id)?.task { replaced.append(task) }
        case .run(let effect, let id):
          core.lastToken += 1
          if let task = core.running.updateValue(Running(token: core.lastToken), forKey: id)?.task {
            replaced.append(task)
          }
          started.append((effect, id, core.lastToken))
        }
      }
      return true
    }
    // Outside the lock, since a cancellation handler runs at once, on this thread; and before the
    // new effects start, so that what replaces an effect never runs ahead of its end.
    for task in replaced { task.cancel() }
    for order in started { start(order.effect, id: order.id, token: order.token) }
    if isApplied { changed() }
  }

  private func start(_ effect: F.Effect, id: F.EffectID, token: UInt64) {
    let task = Task.detached(executorPreference: executor) { [self] in
      let isCurrent = core.withLock { $0.running[id]?.token == token }
      if isCurrent {
        await runner(effect) { [weak self] answer in
          self?.apply(answer, from: (id, token))
        }
      }
      core.withLock { core in
        if core.running[id]?.token == token { core.running[id] = nil }
      }
    }
    // Another thread may have replaced the effect since the lock was left.
    let isCurrent = core.withLock { core in
      guard core.running[id]?.token == token else { return false }
      core.running[id]?.task = task
      return true
    }
    if !isCurrent { task.cancel() }
  }
}
