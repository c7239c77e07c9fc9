/// The end of a triage session: what was done, to be read and to be saved.
public struct TriageDialog: Equatable, Sendable {
  /// The forms in which it is saved.
  public enum Format: String, Hashable, Codable, Sendable {
    /// A table in Markdown.
    case markdown
    /// Comma-separated values.
    case csv

    /// The file name that is proposed.
    var fileName: String {
      switch self {
      case .markdown: "triage.md"
      case .csv: "triage.csv"
      }
    }
  }

  /// How far saving is.
  public enum Stage: Equatable, Sendable {
    /// The report is read.
    case report
    /// The path is typed.
    case path(Format)
    /// Whether the file that is there may be replaced is asked.
    case replace(Format)
  }

  /// What was done.
  public let report: TriageReport
  /// How far saving is.
  public var stage = Stage.report
  /// The first line that is shown.
  public var scroll = 0
  /// Where the file goes, as typed.
  public var path = TextEditor("", isMultiline: false)
  /// Why the file was not saved.
  public var problem: String?
  /// What was saved where.
  public var done: String?
  /// Whether the file is on its way.
  public var isSending = false

  /// Shows what was done.
  ///
  /// - Parameter report: what was done.
  init(_ report: TriageReport) { self.report = report }

  /// The text of a form.
  func text(_ format: Format) -> String {
    switch format {
    case .markdown: report.markdown
    case .csv: report.csv
    }
  }
}
