/// Which elements of two sequences stay and which change.
///
/// E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986, in its linear-space form,
/// over what is left once common ends and elements without a partner are set aside. A search for
/// the middle that takes more than `limit` steps from either end settles for the furthest point
/// reached, so the time is bounded by `limit` times the length; the result is then still a
/// difference, only maybe not the smallest.
struct SequenceDifference {
  /// For each old element, whether the new sequence lacks it.
  private(set) var removed: [Bool]
  /// For each new element, whether the old sequence lacks it.
  private(set) var added: [Bool]

  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Compares.
  ///
  /// - Parameters:
  ///   - old: the older elements.
  ///   - new: the newer elements.
  ///   - limit: how many differing elements a search goes before it settles.
  init(from old: [Int], to new: [Int], limit: Int = 128) {
    removed = Array(repeating: true, count: old.count)
    added = Array(repeating: true, count: new.count)
    let inOld = Set(old)
    let inNew = Set(new)
    let olds = old.indices.filter { inNew.contains(old[$0]) }
    let news = new.indices.filter { inOld.contains(new[$0]) }
    var search = MiddleSearch(olds.map { old[$0] }, news.map { new[$0] }, limit: limit)
    var open = [Box(old: 0..<olds.count, new: 0..<news.count)]
    while var box = open.popLast() {
      while let a = box.old.first, let b = box.new.first, search.old[a] == search.new[b] {
        keep(olds[a], news[b])
        box = Box(old: (a + 1)..<box.old.upperBound, new: (b + 1)..<box.new.upperBound)
      }
      while let a = box.old.last, let b = box.new.last, search.old[a] == search.new[b] {
        keep(olds[a], news[b])
        box = Box(old: box.old.lowerBound..<a, new: box.new.lowerBound..<b)
      }
      guard !box.old.isEmpty, !box.new.isEmpty,
        let (a, b) = search.middle(of: box.old, and: box.new)
      else { continue }
      open.append(Box(old: box.old.lowerBound..<a, new: box.new.lowerBound..<b))
      open.append(Box(old: a..<box.old.upperBound, new: b..<box.new.upperBound))
    }
  }

  private mutating func keep(_ a: Int, _ b: Int) {
    removed[a] = false
    added[b] = false
  }

  /// The stretches that changed, in order, as ranges of old and of new elements.
  var changes: [SequenceChange] {
    var changes: [SequenceChange] = []
    var a = 0
    var b = 0
    while a < removed.count || b < added.count {
      let start = (a, b)
      while a < removed.count, removed[a] { a += 1 }
      while b < added.count, added[b] { b += 1 }
      if start != (a, b) { changes.append(SequenceChange(old: start.0..<a, new: start.1..<b)) }
      // What stays stays on both sides, one for one.
      while a < removed.count, b < added.count, !removed[a], !added[b] {
        a += 1
        b += 1
      }
    }
    return changes
  }
}
