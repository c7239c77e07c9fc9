import TerminalModel

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
  public private(set) var report: Report
  /// How far saving is.
  public var stage = Stage.report
  /// The item under the cursor, from 0.
  public internal(set) var cursor = 0
  /// The first row that is shown.
  public internal(set) var scroll = 0
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

  /// The same dialog with the report as it is now.
  func telling(_ report: Report) -> ReportDialog {
    var dialog = self
    dialog.report = report
    return dialog
  }

  /// How a dialog of a size shows the report: the columns of a row, and how many rows are seen.
  ///
  /// - Parameter layout: where the dialog stands.
  /// - Returns: both, 1 or more.
  public func room(in layout: DialogLayout) -> (width: Int, height: Int) {
    // The summary with a blank row is above, what was saved where below.
    let rows = summary(in: layout).count + 1 + doneLines(in: layout).count
    return (layout.textWidth, max(1, layout.textHeight - rows))
  }

  /// The summary as a dialog of a size shows it; some rows are left for the items.
  ///
  /// - Parameter layout: where the dialog stands.
  /// - Returns: its lines, one at the least.
  public func summary(in layout: DialogLayout) -> [String] {
    let lines = Wrap.lines(report.summary, width: layout.textWidth)
    return Array(lines.prefix(max(1, layout.textHeight / 3, layout.textHeight - 4)))
  }

  /// What was saved where, as a dialog of a size shows it.
  ///
  /// - Parameter layout: where the dialog stands.
  /// - Returns: its lines; a blank one where nothing was.
  public func doneLines(in layout: DialogLayout) -> [String] {
    done.map { Wrap.lines("✓ \($0)", width: layout.textWidth) } ?? [""]
  }

  /// Whether a case can be opened from here.
  var hasCases: Bool { report.items.contains { $0.number != nil } }

  /// Puts the cursor on an item and scrolls as little as it takes to show all of it.
  mutating func moveCursor(to item: Int, in layout: DialogLayout) {
    let room = self.room(in: layout)
    cursor = max(0, min(item, report.items.count - 1))
    let rows = report.rows(width: room.width)
    guard let first = rows.firstIndex(where: { $0.item == cursor }),
      let last = rows.lastIndex(where: { $0.item == cursor })
    else { return }
    if last >= scroll + room.height { scroll = last - room.height + 1 }
    if first < scroll { scroll = first }
    scroll = max(0, min(scroll, rows.count - room.height))
  }

  /// Puts the cursor on the item that is some rows further down, or up.
  mutating func moveCursor(byRows count: Int, in layout: DialogLayout) {
    let rows = report.rows(width: room(in: layout).width)
    guard let first = rows.firstIndex(where: { $0.item == cursor }) else { return }
    let wanted = max(0, min(first + count, rows.count - 1))
    var item = rows[wanted].item
    // An item that is longer than the page must not hold the cursor.
    if item == cursor, count != 0 { item += count > 0 ? 1 : -1 }
    moveCursor(to: item, in: layout)
  }
}
