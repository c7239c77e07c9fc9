import CasesAPI

/// Lines that three texts share, or lines that stand in each other's place in them.
enum ConflictBlock: Equatable {
  /// A line of all three.
  case kept(String)
  /// Lines of the text that both began with, of theirs and of mine, any of which may be missing.
  case changed(base: MarkedText?, theirs: MarkedText?, mine: MarkedText?)

  /// Sets three texts beside each other.
  ///
  /// - Parameters:
  ///   - base: the text as both began.
  ///   - theirs: the text as somebody else left it.
  ///   - mine: the text as the user left it.
  /// - Returns: the blocks in the order of the texts, with the words marked in which the sides
  ///   differ from the text that both began with.
  static func blocks(base: String, theirs: String, mine: String) -> [ConflictBlock] {
    let bases = lines(of: ended(base))
    let places = merged(
      changes(from: base, to: theirs).map { Place(base: $0.base, theirs: [$0], mine: []) }
        + changes(from: base, to: mine).map { Place(base: $0.base, theirs: [], mine: [$0]) })
    var blocks: [ConflictBlock] = []
    var done = 0
    for place in places {
      blocks += bases[done..<place.base.lowerBound].map { .kept(withoutEnd($0)) }
      let toTheirs = sides(from: place, bases, place.theirs)
      let toMine = sides(from: place, bases, place.mine)
      var old = toTheirs.old
      old.formUnion(toMine.old)
      blocks.append(
        .changed(
          base: old.isEmpty ? nil : old.withoutLastLineEnd,
          theirs: toTheirs.new.isEmpty ? nil : toTheirs.new.withoutLastLineEnd,
          mine: toMine.new.isEmpty ? nil : toMine.new.withoutLastLineEnd))
      done = place.base.upperBound
    }
    return blocks + bases[done...].map { .kept(withoutEnd($0)) }
  }

  /// Whether the texts differ here.
  var isChanged: Bool { if case .changed = self { true } else { false } }

  /// What one side has in the place of some lines.
  private struct Change {
    var base: Range<Int>
    var text: String
  }

  /// Lines of the base that any side changed.
  private struct Place {
    var base: Range<Int>
    var theirs: [Change]
    var mine: [Change]
  }

  private static func changes(from base: String, to text: String) -> [Change] {
    var changes: [Change] = []
    var line = 0
    var isOpen = false
    for run in TextDifference(from: ended(base), to: ended(text), by: .line).runs {
      let count = run.kind == .added ? 0 : lines(of: run.text).count
      guard run.kind != .kept else {
        line += count
        isOpen = false
        continue
      }
      if !isOpen { changes.append(Change(base: line..<line, text: "")) }
      isOpen = true
      let last = changes.count - 1
      changes[last].base = changes[last].base.lowerBound..<line + count
      if run.kind == .added { changes[last].text += run.text }
      line += count
    }
    return changes
  }

  /// Joins what overlaps or touches.
  private static func merged(_ places: [Place]) -> [Place] {
    let sorted = places.sorted {
      ($0.base.lowerBound, $0.base.upperBound) < ($1.base.lowerBound, $1.base.upperBound)
    }
    var merged: [Place] = []
    for place in sorted {
      guard let last = merged.last, place.base.lowerBound <= last.base.upperBound else {
        merged.append(place)
        continue
      }
      merged[merged.count - 1] = Place(
        base: last.base.lowerBound..<max(last.base.upperBound, place.base.upperBound),
        theirs: last.theirs + place.theirs, mine: last.mine + place.mine)
    }
    return merged
  }

  private static func sides(
    from place: Place, _ bases: [String], _ changes: [Change]
  ) -> (old: MarkedText, new: MarkedText) {
    var text = ""
    var done = place.base.lowerBound
    for change in changes {
      text += bases[done..<change.base.lowerBound].joined() + change.text
      done = change.base.upperBound
    }
    text += bases[done..<place.base.upperBound].joined()
    return MarkedText.sides(of: TextDifference(from: bases[place.base].joined(), to: text))
  }

  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      line.append(character)
      guard isLineEnd(character) else { continue }
      lines.append(line)
      line = ""
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func ended(_ text: String) -> String {
    text.isEmpty || text.last.map(isLineEnd) == true ? text : text + "\n"
  }

  private static func withoutEnd(_ line: String) -> String {
    line.last.map(isLineEnd) == true ? String(line.dropLast()) : line
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}

extension MarkedText {
  /// Both texts of a difference, with the words marked that the other one lacks.
  fileprivate static func sides(
    of difference: TextDifference
  ) -> (old: MarkedText, new: MarkedText) {
    var (old, new) = (MarkedText(), MarkedText())
    for run in difference.runs {
      if run.kind != .added { old.append(run.text, isMarked: run.kind == .removed) }
      if run.kind != .removed { new.append(run.text, isMarked: run.kind == .added) }
    }
    return (old, new)
  }
}
