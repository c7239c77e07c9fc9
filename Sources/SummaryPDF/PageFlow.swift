/// Fills pages from top to bottom with lines of text.
final class PageFlow {
  private static let margin = 56.0
  private static let labelWidth = 104.0

  private let canvas: Canvas
  private let footer: String
  private var y = PageFlow.margin
  private var page = 1
  /// How many characters no font could show, or were left out.
  private(set) var unshown = 0

  /// Begins on the first page.
  init(_ canvas: Canvas, footer: String) {
    self.canvas = canvas
    self.footer = footer
  }

  /// Leaves some points blank, but not at the top of a page.
  func space(_ points: Double) {
    if y > Self.margin { y += points }
  }

  /// Writes a line, wrapped as it needs.
  func write(_ text: PrintableText, _ style: PrintStyle) {
    write(text, style, indent: 0)
  }

  /// Writes a field: its label and, beside it, its value.
  func write(label: String, _ value: PrintableText) {
    makeRoom(14)
    let (top, first) = (y, page)
    write(PrintableText(label), .label)
    // The value starts on the label's line, unless that was the last of its page.
    if page == first { y = top }
    write(value, .body, indent: Self.labelWidth)
    space(2)
  }

  /// Writes the title of a part, with a line under it.
  func section(_ title: String) {
    space(16)
    makeRoom(60)
    write(PrintableText(title), .section)
    canvas.rule(from: Self.margin, to: Canvas.width - Self.margin, y: y + 1)
    space(7)
  }

  /// Writes a longer text line by line: marks of headings and lists stay as they were typed,
  /// headings stand out, code keeps its columns.
  func write(block: String?) {
    guard let block, !block.isEmpty else { return write(PrintableText("none"), .note) }
    var isCode = false
    for line in block.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isFence = line.drop(while: { $0 == " " }).hasPrefix("```")
      if isFence { isCode.toggle() }
      if line.allSatisfy(\.isWhitespace) {
        space(7)
      } else if isCode || isFence {
        write(PrintableText(line), .code)
      } else if Self.isHeading(line) {
        space(5)
        write(PrintableText(line), .heading)
      } else {
        write(PrintableText(line), .body)
      }
    }
  }

  /// Writes the footer of the last page.
  func finish() { writeFooter() }

  private static func isHeading(_ line: some StringProtocol) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first == " "
  }

  private func write(_ text: PrintableText, _ style: PrintStyle, indent: Double) {
    unshown += text.leftOut
    let x = Self.margin + indent
    for piece in text.pieces {
      unshown += canvas.draw(piece, style, x: x, width: Canvas.width - Self.margin - x) { height in
        makeRoom(height)
        defer { y += height }
        return y
      }
    }
  }

  /// Goes to the next page unless so many points are left on this one.
  private func makeRoom(_ points: Double) {
    guard y + points > Canvas.height - Self.margin, y > Self.margin else { return }
    writeFooter()
    canvas.nextPage()
    page += 1
    y = Self.margin
  }

  private func writeFooter() {
    for text in PrintableText("\(footer) – page \(page)").pieces {
      _ = canvas.draw(
        text, .footer, x: Self.margin, width: Canvas.width - 2 * Self.margin
      ) { _ in Canvas.height - Self.margin / 2 }
    }
  }
}
