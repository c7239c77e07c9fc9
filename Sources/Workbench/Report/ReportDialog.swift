/// A report, to be read and to be saved.
public struct ReportDialog: Equatable, Sendable {
  /// How far saving is.
  public enum Stage: Equatable, Sendable {
    /// The report is read.
    case report
    /// The path is typed.
    case path(Report.Format)
    /// Whether the file that is there may be replaced is asked.
    case replace(Report.Format)
  }

  /// What is read.
  public let report: Report
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

  /// Shows a report.
  ///
  /// - Parameter report: what is read.
  init(_ report: Report) { self.report = report }
}
