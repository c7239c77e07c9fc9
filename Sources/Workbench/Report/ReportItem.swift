public import CaseWire
import TerminalModel

/// One thing that a report tells, such as what became of a case.
public struct ReportItem: Equatable, Sendable {
  /// The case that it is about; nil where there is none to be opened.
  public let number: CaseNumber?
  /// What is read, one line a row where there is room.
  public let lines: [SheetLine]

  /// Makes an item.
  ///
  /// - Parameters:
  ///   - number: the case that it is about.
  ///   - lines: what is read.
  init(_ number: CaseNumber?, _ lines: [SheetLine]) {
    self.number = number
    self.lines = lines
  }

  /// The lines, broken to a width; what goes on in a further row is set in as its beginning is.
  func rows(width: Int) -> [SheetLine] {
    lines.flatMap { line in
      let indent = String(line.text.prefix { $0 == " " })
      let room = max(1, width - indent.count)
      let words = String(line.text.dropFirst(indent.count))
      return Wrap.lines(words, width: room).map { SheetLine(line.role, indent + $0) }
    }
  }
}
