public import CasesAPI
public import CaseWire
import TerminalModel

/// Somebody else has changed fields that the form changes too; each is decided by the user.
public struct ConflictDialog: Equatable, Sendable {
  /// The case as the server has it now.
  public let latest: Case
  /// The fields in question, in the order of the form.
  public let fields: [CaseField]
  /// What the form was started from.
  private let before: FormTexts
  /// What the user wrote.
  private let mine: FormTexts
  /// What was decided, field by field.
  public internal(set) var decisions: [Decision] = []
  /// The three texts of the field in question, in the order of the panes.
  public private(set) var panes: [Pane] = []
  /// The pane that is shown where there is no room for all.
  public internal(set) var shown = 1
  /// The first line that is shown.
  public internal(set) var scroll = 0
  private var source: Source?

  /// What is done about one field.
  public enum Decision: Hashable, Sendable {
    /// The user's text stays.
    case mine
    /// The other text is taken.
    case theirs
    /// Both stand in the form, to be made one.
    case edit
  }

  /// One of the three texts.
  public struct Pane: Equatable, Sendable {
    /// Whose text it is.
    public let title: String
    /// The key that takes it; nil for the text that both began with.
    public let key: String?
    /// The text, with the words marked in which the sides differ.
    public let lines: [SheetLine]
  }

  private struct Source: Equatable, Sendable {
    let field: CaseField
    let width: Int
  }

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
  public var who: String { latest.summary.lastModifiedByUsername ?? "somebody else" }

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
  /// - Returns: the text for the form.
  func merged(_ field: CaseField) -> String {
    MergedText.text(theirs: FormTexts(latest)[field], mine: mine[field], by: who)
  }

  /// Breaks the three texts anew where the field or the width is another one.
  ///
  /// - Parameter size: the size of the screen.
  mutating func fit(_ size: Size) {
    let layout = ConflictLayout(in: size)
    guard let field, source != Source(field: field, width: layout.paneWidth) else { return }
    if source?.field != field { scroll = 0 }
    source = Source(field: field, width: layout.paneWidth)
    let toTheirs = MarkedText.sides(of: TextDifference(from: before[field], to: theirs))
    let toMine = MarkedText.sides(of: TextDifference(from: before[field], to: mine[field]))
    var base = toTheirs.old
    base.formUnion(toMine.old)
    func pane(_ title: String, _ key: String?, _ text: MarkedText, _ side: MarkedText.Side) -> Pane
    {
      let lines = text.lines(side, width: layout.paneWidth, signsAll: false)
      return Pane(
        title: title, key: key, lines: text.isEmpty ? [SheetLine(.remark, "  (empty)")] : lines)
    }
    panes = [
      pane("Started from", nil, base, .older), pane("Theirs", "t", toTheirs.new, .newer),
      pane("Mine", "m", toMine.new, .newer),
    ]
    scrollIntoText(size)
  }

  /// Keeps the scroll within the longest of the texts that are shown.
  ///
  /// - Parameter size: the size of the screen.
  mutating func scrollIntoText(_ size: Size) {
    let layout = ConflictLayout(in: size)
    let counts = layout.showsAll ? panes.map(\.lines.count) : [panes[shown].lines.count]
    scroll = max(0, min(scroll, (counts.max() ?? 0) - layout.height))
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
