public import CasesAPI
public import CaseWire
public import TerminalModel

/// Somebody else has changed fields that the form changes too; each is decided by the user.
public struct ConflictDialog: Equatable, Sendable {
  /// The case as the server has it now.
  public let latest: Case
  /// The fields in question, in the order of the form.
  public let fields: [CaseField]
  /// What the form was started from.
  private var before: FormTexts
  /// What the user wrote.
  private var mine: FormTexts
  /// What was decided, field by field.
  public internal(set) var decisions: [Decision] = []
  /// The texts of the field in question, from left to right; one where they stand in one column.
  public private(set) var panes: [Pane] = []
  /// Which two texts are shown where there is no room for three.
  public internal(set) var pair = 0
  /// The first line that is shown.
  public internal(set) var scroll = 0
  /// Whether both texts can stand one after the other, since both sides only added.
  public private(set) var canAddUp = false
  private var source: Source?

  /// What is done about one field.
  public enum Decision: Hashable, Sendable {
    /// The user's text stays.
    case mine
    /// The other text is taken.
    case theirs
    /// What both added stands in the form, theirs first.
    case both
    /// Both stand in the form, to be made one.
    case edit
  }

  /// One of the three texts, or all of them one below the other.
  public struct Pane: Equatable, Sendable {
    /// Whose text it is; nil for all.
    public let title: String?
    /// The key that takes it; nil for the text that both began with, and for all.
    public let key: String?
    /// The text, with the words marked in which the sides differ.
    public let lines: [SheetLine]
  }

  private struct Source: Equatable, Sendable {
    let field: CaseField
    let layout: ConflictLayout
    let pair: Int
  }

  /// Which texts stand beside each other where there is room for two.
  private static let pairs: [[ConflictSheet.Side]] = [
    [.theirs, .mine], [.base, .theirs], [.base, .mine],
  ]

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - latest: the case as the server has it now.
  ///   - fields: the fields in question.
  ///   - form: what the user has written.
  init(latest: Case, fields: Set<CaseField>, _ form: CaseForm) {
    self.latest = latest
    self.fields = CaseForm.fields.filter(fields.contains)
    before = form.draft.origin
    mine = form.texts
  }

  /// The field that is to be decided now.
  public var field: CaseField? {
    decisions.count < fields.count ? fields[decisions.count] : nil
  }

  /// What the other analyst wrote.
  public var theirs: String { field.map { FormTexts(latest)[$0] } ?? "" }

  /// The other analyst's name.
  public var who: String { latest.summary.lastModifiedByUsername ?? Wording.somebodyElse }

  /// The text that is not shown where there is room for two.
  public var hiddenTitle: String {
    let shown = Self.pairs[pair]
    return ConflictSheet.Side.allCases.first { !shown.contains($0) }.map(Self.title) ?? ""
  }

  /// Where the texts of the field in question stand.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: one column for what is a line.
  public func layout(in size: Size) -> ConflictLayout {
    ConflictLayout(in: size, isOneLine: field.map { !CaseForm.isMultiline($0) } ?? false)
  }

  /// What was decided about a field.
  ///
  /// - Parameter field: the field.
  /// - Returns: nil where nothing was.
  func decision(on field: CaseField) -> Decision? {
    fields.firstIndex(of: field).flatMap { decisions.indices.contains($0) ? decisions[$0] : nil }
  }

  /// A field with both sides in it.
  ///
  /// - Parameter field: the field.
  /// - Returns: both sides, for the text of the form.
  func merged(_ field: CaseField) -> MergedText {
    MergedText(base: before[field], theirs: FormTexts(latest)[field], mine: mine[field])
  }

  /// Turns to the next two texts, or to those before.
  mutating func turn(by count: Int) {
    pair = (pair + Self.pairs.count + count) % Self.pairs.count
  }

  /// Takes in what the form holds by now.
  ///
  /// - Parameter form: what the user has written.
  mutating func follow(_ form: CaseForm) {
    let (origin, texts) = (form.draft.origin, form.texts)
    guard before != origin || mine != texts else { return }
    before = origin
    mine = texts
    source = nil
  }

  /// Breaks the texts anew where the field or the width is another one.
  ///
  /// - Parameter size: the size of the screen.
  mutating func fit(_ size: Size) {
    guard let field else { return }
    let layout = layout(in: size)
    if source?.field != field {
      scroll = 0
      pair = 0
      canAddUp = CaseForm.isMultiline(field) && merged(field).addedUp != nil
    }
    let source = Source(field: field, layout: layout, pair: pair)
    guard self.source != source else { return }
    self.source = source
    let sheet = ConflictSheet(base: before[field], theirs: theirs, mine: mine[field])
    let width = layout.paneWidth
    if layout.panes.count == 1 {
      let titles = ConflictSheet.Side.allCases.map { side in
        let title = side == .theirs ? "\(Self.title(side)), by \(who)" : Self.title(side)
        return (side, (Self.key(side).map { $0 + " " } ?? "") + title)
      }
      let lines = sheet.stack(Dictionary(uniqueKeysWithValues: titles), width: width)
      panes = [Pane(title: nil, key: nil, lines: lines)]
    } else {
      let sides = layout.panes.count == 2 ? Self.pairs[pair] : ConflictSheet.Side.allCases
      panes = zip(sides, sheet.columns(sides, width: width)).map { side, lines in
        Pane(title: Self.title(side), key: Self.key(side), lines: lines)
      }
    }
    scrollIntoText(size)
  }

  /// Keeps the scroll within the texts that are shown.
  ///
  /// - Parameter size: the size of the screen.
  mutating func scrollIntoText(_ size: Size) {
    let count = panes.map(\.lines.count).max() ?? 0
    scroll = max(0, min(scroll, count - layout(in: size).height))
  }

  private static func title(_ side: ConflictSheet.Side) -> String {
    switch side {
    case .base: "Started from"
    case .theirs: "Theirs"
    case .mine: "Mine"
    }
  }

  private static func key(_ side: ConflictSheet.Side) -> String? {
    switch side {
    case .base: nil
    case .theirs: "t"
    case .mine: "m"
    }
  }
}
