/// The steps that can be undone and redone, without a limit.
struct TextHistory: Equatable, Sendable {
  /// What was done, the last step last.
  private(set) var done: [TextStep] = []
  /// What was undone, the next to redo last.
  private(set) var undone: [TextStep] = []
  private var isOpen = false

  /// Adds a step, to the last one where both are one run.
  ///
  /// - Parameter step: what was just done.
  mutating func add(_ step: TextStep) {
    undone = []
    let isJoined = isOpen && !done.isEmpty && done[done.count - 1].join(step)
    if !isJoined { done.append(step) }
    isOpen = true
  }

  /// Lets the text as it stands have another ground, which whoever comes back to it finds again.
  ///
  /// - Parameter ground: the number of what the text counts as started from.
  mutating func turn(to ground: Int) {
    isOpen = false
    if !done.isEmpty { done[done.count - 1].groundAfter = ground }
    if !undone.isEmpty { undone[undone.count - 1].groundBefore = ground }
  }

  /// Ends a run, so that the next step stands alone.
  mutating func close() { isOpen = false }

  /// Takes the step to undo; nil where there is none.
  mutating func undo() -> TextStep? {
    isOpen = false
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// Takes the step to redo; nil where there is none.
  mutating func redo() -> TextStep? {
    isOpen = false
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}
