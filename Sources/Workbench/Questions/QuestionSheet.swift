public import TerminalModel

/// A question over the panes: what it is about, to be scrolled where it is long, and below that
/// what answers it, which is always seen.
public struct QuestionSheet: Equatable, Sendable {
  /// What stands in the frame.
  public let title: String
  /// Where it stands.
  public let layout: DialogLayout
  /// What it is about.
  public let text: ScrolledLines
  /// The keys that answer it, in rows; none where something is typed.
  public let answers: [[KeyHint]]
  /// What stands before the box of what is typed; nil where keys answer.
  public let prompt: String?
  /// Why what was typed is not taken, in rows.
  public let problem: [String]

  /// The columns that a question has at most, its frame included.
  private static let width = 66
  /// The rows below a box, so that the question does not move once something is wrong.
  private static let rowsForProblem = 2

  /// The columns of its text on a screen.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: 1 or more.
  static func textWidth(in size: Size) -> Int {
    DialogLayout(in: size, width: width, height: 6).textWidth
  }

  /// A question that keys answer.
  ///
  /// - Parameters:
  ///   - title: what stands in the frame.
  ///   - lines: what it is about.
  ///   - items: the lines of each thing that is counted among them.
  ///   - answers: the keys and what they mean.
  ///   - size: the size of the screen.
  init(
    _ title: String, _ lines: [SheetLine], items: [Range<Int>] = [], answers: [KeyHint],
    in size: Size
  ) {
    let rows = Self.rows(answers, width: Self.textWidth(in: size))
    self.init(
      title, lines, items: items, answers: rows, prompt: nil, problem: [], foot: rows.count,
      in: size)
  }

  /// A question that a number answers.
  ///
  /// - Parameters:
  ///   - title: what stands in the frame.
  ///   - lines: what it is about.
  ///   - items: the lines of each thing that is counted among them.
  ///   - prompt: what stands before the box.
  ///   - problem: why what was typed is not taken.
  ///   - size: the size of the screen.
  init(
    _ title: String, _ lines: [SheetLine], items: [Range<Int>] = [], prompt: String,
    problem: String?, in size: Size
  ) {
    let width = Self.textWidth(in: size)
    let problem = problem.map { Wrap.lines("✗ \($0)", width: width) } ?? []
    self.init(
      title, lines, items: items, answers: [], prompt: prompt, problem: problem,
      foot: 1 + problem.count, in: size)
  }

  private init(
    _ title: String, _ lines: [SheetLine], items: [Range<Int>], answers: [[KeyHint]],
    prompt: String?, problem: [String], foot: Int, in size: Size
  ) {
    self.title = title
    self.answers = answers
    self.prompt = prompt
    self.problem = problem
    let spare = prompt == nil ? 0 : max(0, Self.rowsForProblem - problem.count)
    let most = DialogLayout.most(in: size)
    layout = DialogLayout(
      in: size, width: Self.width, height: min(most, max(6, lines.count + foot + spare + 2)))
    let height = layout.textHeight - foot
    text = ScrolledLines(lines, items: items, height: height)
  }

  /// Where the lines stand.
  public var body: Rect {
    let text = layout.text
    return Rect(
      row: text.row, column: text.column, width: text.width,
      height: min(self.text.height, max(0, text.height)))
  }

  /// The first row below the lines.
  public var footRow: Int { body.row + min(text.lines.count, body.height) }

  private static func rows(_ answers: [KeyHint], width: Int) -> [[KeyHint]] {
    var rows: [[KeyHint]] = []
    var used = 0
    for answer in answers {
      let columns = CellText.width(of: "\(answer.key) \(answer.label)")
      if rows.isEmpty || used + 3 + columns > width {
        rows.append([answer])
        used = columns
      } else {
        rows[rows.count - 1].append(answer)
        used += 3 + columns
      }
    }
    return rows
  }
}
