/// Where each of many parts starts that stand one after the other.
///
/// Looking up costs a few comparisons; changing a part costs one addition for each part after it.
struct Offsets: Equatable, Sendable {
  /// Where the parts start, and behind them the end of the last one.
  private var starts = [0]

  /// Puts parts of some lengths one after the other.
  ///
  /// - Parameter lengths: 0 or more each.
  init(_ lengths: some Sequence<Int>) {
    for length in lengths { starts.append(total + length) }
  }

  /// The length of all parts.
  var total: Int { starts[starts.count - 1] }

  /// Where a part starts.
  ///
  /// - Parameter part: the index of a part, or their count for the end.
  /// - Returns: the length of all parts before it.
  func start(of part: Int) -> Int { starts[part] }

  /// The last part that does not start after an offset.
  ///
  /// - Parameter offset: 0 or more; what is past the end belongs to the last part.
  /// - Returns: the index of the part.
  func part(at offset: Int) -> Int {
    var low = 0
    var high = max(0, starts.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Puts other parts in the place of some.
  ///
  /// - Parameters:
  ///   - old: the parts that go.
  ///   - lengths: the lengths of those that come.
  mutating func replace(_ old: Range<Int>, with lengths: some Collection<Int>) {
    var end = starts[old.lowerBound]
    let ends = lengths.map { length in
      end += length
      return end
    }
    let growth = end - starts[old.upperBound]
    starts.replaceSubrange(old.lowerBound + 1..<old.upperBound + 1, with: ends)
    guard growth != 0 else { return }
    for index in (old.lowerBound + 1 + ends.count)..<starts.count { starts[index] += growth }
  }
}
