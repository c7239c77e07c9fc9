import CasesAPI

/// Finding and replacing in the field of a form that is in use.
public struct TextFind: Equatable, Sendable {
  /// What is looked for.
  public internal(set) var query: TextEditor
  /// What stands in its place once it is replaced.
  public internal(set) var replacement = TextEditor("", isMultiline: false)
  /// Whether the replacement is typed, and not what is looked for.
  public internal(set) var isReplacing = false
  /// Whether capitals count.
  public internal(set) var isExact = false
  /// Where it stands in the text, in bytes, from the start on.
  public internal(set) var hits: [Range<Int>] = []
  /// The hit that is selected, as an index of `hits`.
  public internal(set) var current: Int?
  /// The byte from which the next hit is looked for.
  var origin: Int

  /// Begins to look for a text that the first letter typed replaces.
  ///
  /// - Parameters:
  ///   - text: what is looked for at first.
  ///   - origin: the byte from which it is looked for.
  init(_ text: String, from origin: Int) {
    query = TextEditor(text, isMultiline: false)
    query.selectAll()
    self.origin = origin
  }

  /// The box that is typed into.
  var box: TextEditor {
    get { isReplacing ? replacement : query }
    set { if isReplacing { replacement = newValue } else { query = newValue } }
  }

  /// Looks in a text and goes to the first hit that is not before the origin, or else to the first.
  mutating func search(in editor: TextEditor) {
    hits = editor.ranges(of: query.text, isExact: isExact)
    let next = hits.firstIndex { $0.lowerBound >= origin }
    current = next ?? (hits.isEmpty ? nil : 0)
  }

  /// Goes to the next hit or the one before, around the ends of the text.
  mutating func step(by count: Int) {
    guard let current, !hits.isEmpty else { return }
    let next = (current + count + hits.count) % hits.count
    self.current = next
    origin = hits[next].lowerBound
  }

  /// The bytes of the hit that is selected.
  var currentHit: Range<Int>? {
    guard let current, hits.indices.contains(current) else { return nil }
    return hits[current]
  }
}
