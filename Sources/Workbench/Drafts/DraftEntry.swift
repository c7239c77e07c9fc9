public import CasesAPI

/// One of several drafts of a case, as it lies on the disk.
public struct DraftEntry: Hashable, Codable, Sendable {
  /// Its file in the folder of drafts; nil for the one that is written on here.
  public let file: String?
  /// What was written.
  public let draft: Draft

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - draft: what was written.
  ///   - file: its file in the folder of drafts; nil for the one that is written on here.
  public init(_ draft: Draft, file: String?) {
    self.draft = draft
    self.file = file
  }

  /// The field that tells most about it: the findings, else the first one that was changed.
  public var field: CaseField {
    let changed = draft.changedFields
    return changed.contains(.findings) ? .findings : changed.first ?? .name
  }

  /// The line that tells it from other drafts of the case: the first one that only its writer
  /// wrote, else the one in which it departs from them.
  ///
  /// - Parameters:
  ///   - others: the other drafts.
  ///   - count: how many characters at most.
  /// - Returns: one line; the first words that were written where no other draft says anything
  ///   else.
  public func words(besides others: [DraftEntry], _ count: Int) -> String {
    let fields: [CaseField] = [.findings, .description, .name, .subject, .assignee]
    let differing = fields.first { field in
      others.contains { !$0.draft.texts[field].isIdentical(to: draft.texts[field]) }
    }
    guard let differing else { return firstWords(count) }
    let text = draft.texts[differing]
    let texts = others.map { $0.draft.texts[differing] }
    let origin = draft.origin[differing]
    // Behind the last of these places, no other draft goes on as this one does.
    let place = texts.compactMap { Self.departure(of: text, from: $0) }.max()
    let own = Self.firstLine(of: text, besides: texts + [origin])
    let places = [place, Self.departure(of: text, from: origin)].compactMap(\.self)
    let start = own.map { line in
      places.first { line.startIndex <= $0 && $0 < line.endIndex } ?? line.startIndex
    }
    let name = differing == field ? "" : "\(Wording.name(of: differing)): "
    return name + Self.line(of: text, at: start ?? place ?? text.startIndex, count)
  }

  /// The first line of a text that no other one has.
  private static func firstLine(of text: String, besides others: [String]) -> Substring? {
    let known = Set(others.flatMap { $0.split(whereSeparator: \.isNewline) })
    return text.split(whereSeparator: \.isNewline).first {
      !known.contains($0) && !$0.allSatisfy(\.isWhitespace)
    }
  }

  /// Where a text departs from another one; nil where they are the same.
  private static func departure(of text: String, from other: String) -> String.Index? {
    let units = text.utf8
    let theirs = other.utf8
    var (index, their) = (units.startIndex, theirs.startIndex)
    while index < units.endIndex, their < theirs.endIndex, units[index] == theirs[their] {
      index = units.index(after: index)
      their = theirs.index(after: their)
    }
    guard index < units.endIndex || their < theirs.endIndex else { return nil }
    guard index < units.endIndex else { return text.endIndex }
    // A letter is not cut from what stands upon it.
    while index > units.startIndex, String.Index(index, within: text) == nil {
      index = units.index(before: index)
    }
    return index
  }

  /// The line at a place, from a word before the place on where that is far from the line's start.
  private static func line(of text: String, at place: String.Index, _ count: Int) -> String {
    guard text[place...].contains(where: { !$0.isWhitespace }) else {
      let last = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
      return last.map { Wording.endsAfter(String($0.suffix(count))) } ?? Wording.isEmpty
    }
    let first = text[place...].firstIndex { !$0.isWhitespace } ?? place
    let before = text[..<first]
    let end = before.lastIndex(where: \.isNewline)
    let start = end.map { text.index(after: $0) } ?? text.startIndex
    let near = text.index(first, offsetBy: -farFromStart, limitedBy: start) ?? start
    let blank = near > start ? text[near..<first].firstIndex(where: \.isWhitespace) : nil
    let line = text[(blank ?? near)...].prefix(while: { !$0.isNewline }).prefix(count)
    let flat = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return near > start ? "… \(flat)" : flat
  }

  /// How many characters of a line are shown before the place in which it departs.
  private static let farFromStart = 24

  /// What was written, from the word on in which it departs from what was there before.
  ///
  /// - Parameter count: how many characters at most.
  /// - Returns: one line.
  public func firstWords(_ count: Int) -> String {
    let text = draft.texts[field]
    var start = zip(text.indices, zip(text, draft.origin[field]))
      .first { $0.1.0 != $0.1.1 }?.0
    if start == nil {
      let common = min(text.count, draft.origin[field].count)
      start = common == text.count ? text.startIndex : text.index(text.startIndex, offsetBy: common)
    }
    var words = text[(start ?? text.startIndex)...].drop(while: \.isWhitespace)
    let isInWord = words.startIndex == start
    while isInWord, words.startIndex > text.startIndex,
      !text[text.index(before: words.startIndex)].isWhitespace
    {
      words = text[text.index(before: words.startIndex)...]
    }
    return words.prefix(count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
