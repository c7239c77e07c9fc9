/// Finds a point through which a shortest way from one sequence to the other leads.
struct MiddleSearch {
  /// The older elements.
  let old: [Int]
  /// The newer elements.
  let new: [Int]
  private let limit: Int
  // How far each diagonal was followed from the start, and from the end; used again by each search.
  private var forward: [Int]
  private var backward: [Int]

  /// Prepares searches in two sequences.
  init(_ old: [Int], _ new: [Int], limit: Int) {
    self.old = old
    self.new = new
    self.limit = max(1, min(limit, (old.count + new.count + 1) / 2))
    forward = Array(repeating: 0, count: 2 * self.limit + 3)
    backward = forward
  }

  /// The point between two stretches where they are best parted.
  ///
  /// - Parameters:
  ///   - olds: the old elements to look at.
  ///   - news: the new elements to look at.
  /// - Returns: a place in each stretch that leaves both parts smaller than the whole, or nil when
  ///   the stretches have nothing in common.
  mutating func middle(of olds: Range<Int>, and news: Range<Int>) -> (Int, Int)? {
    let width = olds.count
    let height = news.count
    let delta = width - height
    let zero = limit + 1
    forward[zero + 1] = 0
    backward[zero + 1] = 0
    let most = min(limit, (width + height + 1) / 2)
    for step in 0...most {
      for diagonal in diagonals(step, width, height) {
        let x = advance(
          &forward, diagonal, step, width, height, olds.lowerBound, news.lowerBound, 1)
        let mirrored = delta - diagonal
        // The other end has made one step less so far.
        if delta % 2 != 0, abs(mirrored) < step, x <= width, x - diagonal <= height,
          x + backward[zero + mirrored] >= width
        {
          return point(x, x - diagonal, olds, news)
        }
      }
      for diagonal in diagonals(step, width, height) {
        let x = advance(
          &backward, diagonal, step, width, height, olds.upperBound - 1, news.upperBound - 1, -1)
        let mirrored = delta - diagonal
        if delta % 2 == 0, abs(mirrored) <= step, x <= width, x - diagonal <= height,
          x + forward[zero + mirrored] >= width
        {
          return point(width - x, height - (x - diagonal), olds, news)
        }
      }
    }
    return furthest(most, olds, news)
  }

  /// The diagonals that this many steps can reach inside the box.
  private func diagonals(_ step: Int, _ width: Int, _ height: Int) -> StrideThrough<Int> {
    stride(
      from: -step + 2 * max(0, step - height), through: step - 2 * max(0, step - width), by: 2)
  }

  /// Makes one more step along a diagonal, then follows equal elements.
  private func advance(
    _ reach: inout [Int], _ diagonal: Int, _ step: Int, _ width: Int, _ height: Int,
    _ oldStart: Int, _ newStart: Int, _ way: Int
  ) -> Int {
    let zero = limit + 1
    let above = reach[zero + diagonal + 1]
    let below = reach[zero + diagonal - 1]
    let goesDown =
      diagonal == -step || diagonal == -height
      || (diagonal != step && diagonal != width && below < above)
    var x = goesDown ? above : below + 1
    while x < width, x - diagonal < height,
      old[oldStart + way * x] == new[newStart + way * (x - diagonal)]
    {
      x += 1
    }
    reach[zero + diagonal] = x
    return x
  }

  private func furthest(
    _ step: Int, _ olds: Range<Int>, _ news: Range<Int>
  ) -> (Int, Int)? {
    var best = (0, 0)
    for diagonal in diagonals(step, olds.count, news.count) {
      let x = forward[limit + 1 + diagonal]
      let y = x - diagonal
      if x <= olds.count, y <= news.count, x + y > best.0 + best.1 { best = (x, y) }
    }
    return point(best.0, best.1, olds, news)
  }

  /// The point, if parting there makes progress.
  private func point(
    _ x: Int, _ y: Int, _ olds: Range<Int>, _ news: Range<Int>
  ) -> (Int, Int)? {
    guard (0...olds.count).contains(x), (0...news.count).contains(y),
      x + y > 0, x + y < olds.count + news.count
    else { return nil }
    return (olds.lowerBound + x, news.lowerBound + y)
  }
}
