/// Ways to die.
enum Faults {
  /// Reads beyond the end of an array.
  static func trap() {
    let numbers = Array(repeating: 0, count: CommandLine.arguments.count)
    print(numbers[numbers.count + 5])
  }

  /// Calls itself until the stack is full.
  ///
  /// - Parameter depth: how deep it is.
  /// - Returns: a number that depends on every call, so that none can be left out.
  static func overflow(_ depth: Int) -> Int {
    let numbers = Array(repeating: depth, count: 100)
    if depth < 0 { return 0 }
    return overflow(depth + 1) + numbers[depth % 100] + numbers.reduce(0, +)
  }
}
