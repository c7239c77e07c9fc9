public import CaseWire

/// A three-way merge of the fields that analysts write.
///
/// A field that only one side changed takes that side's text. A field that both changed alike is
/// settled. A field that both changed differently is a conflict: it keeps the latest text unless
/// the user has overruled it.
public struct CaseMerge: Hashable, Sendable {
  /// What the case shall hold; fields that the user did not change are exactly as they are there.
  public let content: CaseContent
  /// The fields that both sides changed differently and that nobody decided.
  public let conflicts: Set<CaseField>
  /// The fields that only somebody else changed; their text stays.
  public let kept: Set<CaseField>
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
    conflicts = disputed.subtracting(overruled)
    kept = theirs.subtracting(mine)
    written = mine.intersection(apart).subtracting(conflicts)
    var content = latest
    for field in written { content.put(edited[field], into: field) }
    self.content = content
  }
}
