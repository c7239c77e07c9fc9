public import CaseWire

/// A three-way merge of the fields that analysts write.
///
/// A field that only one side changed takes that side's text. A field that both changed alike is
/// settled. A description or findings that both changed in different paragraphs holds the changes
/// of both (see `TextMerge`), if it is not too long. Any other field that both changed differently
/// is a conflict: it keeps the latest text unless the user has overruled it.
public struct CaseMerge: Hashable, Sendable {
  /// What the case shall hold; fields that the user did not change are exactly as they are there.
  public let content: CaseContent
  /// The fields that both sides changed differently and that nobody decided.
  public let conflicts: Set<CaseField>
  /// The fields that only somebody else changed; their text stays.
  public let kept: Set<CaseField>
  /// The fields that hold changes of both sides, in different paragraphs.
  public let merged: Set<CaseField>
  /// The fields in which the content differs from what is there now.
  public let written: Set<CaseField>

  /// Merges.
  ///
  /// - Parameters:
  ///   - base: the fields as they were when the user began.
  ///   - edited: the fields as the user left them.
  ///   - latest: the fields as they are now.
  ///   - overruled: fields in which the user's text may replace somebody else's.
  public init(
    base: CaseContent, edited: CaseContent, latest: CaseContent, overruled: Set<CaseField> = []
  ) {
    let mine = edited.differences(from: base)
    let theirs = latest.differences(from: base)
    let apart = edited.differences(from: latest)
    let disputed = mine.intersection(theirs).intersection(apart)
    let open = disputed.subtracting(overruled)
    var texts: [CaseField: String] = [:]
    for field in open {
      texts[field] = Self.mergedText(of: field, base: base, edited: edited, latest: latest)
    }
    conflicts = open.subtracting(texts.keys)
    kept = theirs.subtracting(mine)
    var content = latest
    for field in mine.intersection(apart).subtracting(conflicts) {
      content.put(texts[field] ?? edited[field], into: field)
    }
    self.content = content
    // What the user did may be there already, beside more that somebody else did.
    written = content.differences(from: latest)
    merged = written.intersection(texts.keys)
  }

  /// The fields in which the content holds what somebody else wrote and the user has not seen.
  public var unseen: Set<CaseField> { kept.union(merged) }

  private static func mergedText(
    of field: CaseField, base: CaseContent, edited: CaseContent, latest: CaseContent
  ) -> String? {
    let limit: Int
    switch field {
    case .description: limit = CaseLimits.description
    case .findings: limit = CaseLimits.findings
    case .name, .subject, .assignee: return nil
    }
    let merge = TextMerge(
      base: base[field] ?? "", mine: edited[field] ?? "", theirs: latest[field] ?? "")
    return merge.text.flatMap { $0.unicodeScalars.count <= limit ? $0 : nil }
  }
}
