public import TerminalModel

/// How far many cases are, and which of them stay as they are and why, as lines.
public struct BulkRunSheet: Equatable, Sendable {
  /// Where it stands.
  public let layout: DialogLayout
  /// How far all of them are.
  public let head: [String]
  /// Those that stay as they are.
  public let failures: ScrolledLines

  /// Breaks a run into lines.
  ///
  /// - Parameters:
  ///   - run: the cases.
  ///   - size: the size of the screen.
  init(_ run: BulkRun, in size: Size) {
    // Where there is room, the panes are seen around it.
    let height = size.height < 16 ? size.height : min(20, size.height - 6)
    layout = DialogLayout(in: size, width: 90, height: height)
    let width = layout.textWidth
    head = Wrap.lines(Wording.state(of: run), width: width)
    var lines: [SheetLine] = []
    var items: [Range<Int>] = []
    for failure in run.failures {
      let start = lines.count
      let number = "✗ #\(failure.number)  "
      lines += SheetLine.lines(
        .danger, number + failure.reason, width: width, indent: CellText.width(of: number))
      items.append(start..<lines.count)
    }
    failures = ScrolledLines(lines, items: items, height: layout.textHeight - head.count - 2)
  }

  /// The row of the bar that tells how many are done.
  public var barRow: Int { layout.text.row + head.count }

  /// Where those stand that stay as they are.
  public var body: Rect { layout.text.inset(top: head.count + 2) }
}

extension BulkRun {
  /// The run as lines.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: what is shown of it.
  public func sheet(in size: Size) -> BulkRunSheet { BulkRunSheet(self, in: size) }
}
