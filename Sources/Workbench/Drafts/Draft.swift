public import CasesAPI
public import CaseWire

/// What an analyst has written and not saved: kept on disk until the server has confirmed it.
public struct Draft: Hashable, Codable, Sendable {
  /// What it is for.
  public let key: DraftKey
  /// The values of the case when the writing began.
  public var base: CaseContent
  /// What the fields showed when the writing began.
  public var origin: FormTexts
  /// What the fields show now.
  public var texts: FormTexts
  /// When the last letter was typed.
  public var changedAt: Timestamp

  /// Makes a draft.
  ///
  /// - Parameters:
  ///   - key: what it is for.
  ///   - base: the values of the case when the writing began.
  ///   - origin: what the fields showed when the writing began.
  ///   - texts: what the fields show now.
  ///   - changedAt: when the last letter was typed.
  public init(
    _ key: DraftKey, base: CaseContent, origin: FormTexts, texts: FormTexts, changedAt: Timestamp
  ) {
    self.key = key
    self.base = base
    self.origin = origin
    self.texts = texts
    self.changedAt = changedAt
  }

  /// A draft of a case as it is, nothing changed yet.
  ///
  /// - Parameters:
  ///   - shown: the case.
  ///   - now: the present moment.
  public init(of shown: Case, at now: Timestamp) {
    let texts = FormTexts(shown)
    self.init(
      .existing(shown.number), base: shown.content, origin: texts, texts: texts, changedAt: now)
  }

  /// Whether anything was changed.
  public var isChanged: Bool { texts != origin }

  /// The fields that were changed, in the order of the form.
  public var changedFields: [CaseField] {
    CaseField.allCases.filter { !texts[$0].isIdentical(to: origin[$0]) }
  }

  /// The user names that were typed and must be looked up.
  var namesToFind: [CaseField: String] {
    var names: [CaseField: String] = [:]
    for field in [CaseField.subject, .assignee] where texts[field] != origin[field] {
      let name = texts[field].trimmed
      if !name.isEmpty { names[field] = name }
    }
    return names
  }
}
