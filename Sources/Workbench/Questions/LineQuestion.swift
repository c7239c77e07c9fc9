public import TerminalModel

/// A question with one line to type, and below it why what was typed is not taken.
public struct LineQuestion: Equatable, Sendable {
  /// Where it stands.
  public let layout: DialogLayout
  /// What is wrong, whole; long where it names events.
  public let problem: ScrolledLines

  /// Lays a question out.
  ///
  /// - Parameters:
  ///   - problem: what is wrong.
  ///   - size: the size of the screen.
  public init(problem: String?, in size: Size) {
    let width = DialogLayout(in: size, width: 76, height: 6).textWidth
    let lines = problem.map { SheetLine.lines(.danger, "✗ \($0)", width: width) } ?? []
    layout = DialogLayout(in: size, width: 76, height: max(6, min(lines.count, 8) + 4))
    self.problem = ScrolledLines(lines, height: layout.textHeight - 2)
  }

  /// Where the problem stands: below the name of the box and the box.
  public var body: Rect { layout.text.inset(top: 2) }
}
