public import CaseWire
public import CasesAPI

/// The case that is shown beside or below the list.
public struct CaseDetailState: Equatable, Sendable {
  /// Which case; nil while the list is empty.
  public var number: CaseNumber?
  /// What the list knew of it, shown until the whole has come.
  public var summary: CaseSummary?
  /// The whole case.
  public var loaded: Case?
  /// Whether the whole is awaited.
  public var isLoading = false
  /// Why the whole did not come.
  public var failure: CasesError?
  /// The first line that is shown.
  public var scroll = 0
  /// The case as lines of its pane, so that a frame need not break 30,000 characters.
  public internal(set) var sheet: [SheetLine] = []
  /// What the lines were made from.
  var sheetSource: SheetSource?

  /// Shows nothing.
  public init() {}

  /// What is known of the case.
  public var known: CaseSummary? { loaded?.summary ?? summary }

  /// Whether the server has no such case, be it that there never was one or that it was deleted.
  public var isGone: Bool { if case .notFound? = failure { true } else { false } }

  /// Turns to another case.
  ///
  /// - Parameters:
  ///   - number: which case.
  ///   - summary: what the list knows of it.
  mutating func turn(to number: CaseNumber?, _ summary: CaseSummary?) {
    self = CaseDetailState()
    self.number = number
    self.summary = summary
  }

  /// Scrolls, within the text.
  ///
  /// - Parameters:
  ///   - line: the line that shall be the first one.
  ///   - height: lines that are shown.
  mutating func scroll(to line: Int, height: Int) {
    scroll = max(0, min(line, sheet.count - height))
  }
}
