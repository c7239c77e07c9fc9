import CasesAPI

/// Lines that two texts share, or lines of one in the place of lines of the other.
enum DifferenceBlock: Equatable {
  /// A line of both.
  case kept(String)
  /// Lines of the older one and of the newer one, either of which may be missing.
  case changed(old: MarkedText?, new: MarkedText?)

  /// Sorts the runs of a difference into lines.
  ///
  /// - Parameter difference: the difference of two texts.
  /// - Returns: the blocks in the order of the texts.
  static func blocks(of difference: TextDifference) -> [DifferenceBlock] {
    var sorter = Sorter()
    for (index, run) in difference.runs.enumerated() {
      let next = index + 1 < difference.runs.count ? difference.runs[index + 1] : nil
      sorter.add(run, before: next)
    }
    sorter.finish()
    return sorter.blocks
  }

  private struct Sorter {
    private(set) var blocks: [DifferenceBlock] = []
    // The line that is being put together, as each text has it.
    private var old = MarkedText()
    private var new = MarkedText()
    private var isChanged = false

    mutating func add(_ run: DifferenceRun, before next: DifferenceRun?) {
      guard run.kind != .kept else {
        for character in run.text {
          if Self.isLineEnd(character) {
            close()
          } else {
            old.append(String(character), isMarked: false)
            new.append(String(character), isMarked: false)
          }
        }
        return
      }
      var rest = Substring(run.text)
      let endsHere = next.map { $0.kind == .kept && $0.text.first.map(Self.isLineEnd) == true }
      // Lines that were put behind a whole line, or taken from there, leave that line as it was.
      if !isChanged, !old.isEmpty, endsHere ?? true, rest.first.map(Self.isLineEnd) == true {
        close()
        rest.removeFirst()
        if rest.isEmpty { addLines("", run.kind) }
      }
      let isAtStart = run.kind == .removed ? old.isEmpty : new.isEmpty
      if isAtStart, let end = rest.lastIndex(where: Self.isLineEnd) {
        addLines(rest[..<end], run.kind)
        rest = rest[rest.index(after: end)...]
      }
      guard !rest.isEmpty else { return }
      isChanged = true
      if run.kind == .removed {
        old.append(rest, isMarked: true)
      } else {
        new.append(rest, isMarked: true)
      }
    }

    mutating func finish() {
      if isChanged || !old.isEmpty { close() }
    }

    /// Whole lines of one text need no marks within.
    private mutating func addLines(_ text: Substring, _ kind: DifferenceRun.Kind) {
      var lines = MarkedText()
      lines.append(text, isMarked: false)
      blocks.append(
        kind == .removed ? .changed(old: lines, new: nil) : .changed(old: nil, new: lines))
    }

    private mutating func close() {
      if isChanged {
        blocks.append(.changed(old: old.isEmpty ? nil : old, new: new.isEmpty ? nil : new))
      } else {
        blocks.append(.kept(old.text))
      }
      (old, new, isChanged) = (MarkedText(), MarkedText(), false)
    }

    private static func isLineEnd(_ character: Character) -> Bool {
      character == "\n" || character == "\r\n" || character == "\r"
    }
  }
}
