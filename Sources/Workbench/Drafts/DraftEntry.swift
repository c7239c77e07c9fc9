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
