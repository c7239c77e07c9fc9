/// What became of the lines of a text.
public struct TextChange: Equatable, Sendable {
  /// What became of a line.
  public enum Kind: Hashable, Sendable {
    case kept, removed, added
  }

  /// What became of the line.
  public let kind: Kind
  /// The line.
  public let line: String

  /// Texts with more lines than this that have little in common are told as wholly replaced.
  private static let mostPairs = 250_000

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - before: the older text.
  ///   - after: the newer one.
  /// - Returns: the lines of both, each once; without the added ones they are the older text, without
  ///   the removed ones the newer.
  static func changes(from before: String, to after: String) -> [TextChange] {
    let old = before.isEmpty ? [] : before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.isEmpty ? [] : after.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    let middle = changes(
      from: Array(old[start..<old.count - end]), to: Array(new[start..<new.count - end]))
    return old[..<start].map { TextChange(kind: .kept, line: String($0)) } + middle
      + old[(old.count - end)...].map { TextChange(kind: .kept, line: String($0)) }
  }

  private static func changes(from old: [Substring], to new: [Substring]) -> [TextChange] {
    func all(_ lines: [Substring], _ kind: Kind) -> [TextChange] {
      lines.map { TextChange(kind: kind, line: String($0)) }
    }
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else {
      return all(old, .removed) + all(new, .added)
    }
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let added = Set(difference.insertions.map(\.offset))
    var changes: [TextChange] = []
    var index = 0
    for (offset, line) in old.enumerated() {
      if removed.contains(offset) {
        changes.append(TextChange(kind: .removed, line: String(line)))
        continue
      }
      while added.contains(index) {
        changes.append(TextChange(kind: .added, line: String(new[index])))
        index += 1
      }
      changes.append(TextChange(kind: .kept, line: String(line)))
      index += 1
    }
    for line in new[index...] { changes.append(TextChange(kind: .added, line: String(line))) }
    return changes
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
