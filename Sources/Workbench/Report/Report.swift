/// Something that was found out: to be read on the screen, and to be passed on as a file.
public struct Report: Equatable, Sendable {
  /// What it is called.
  public let title: String
  /// All of it in one sentence, without its full stop.
  public let summary: String
  /// What is read on the screen, from top to bottom.
  public let items: [ReportItem]
  /// The same as Markdown.
  let markdown: String
  /// The same as CSV; nil where it is no table.
  let csv: String?
  /// The file name that is proposed, without its ending.
  let fileStem: String

  /// The forms in which it can be saved.
  public enum Format: String, Hashable, Codable, Sendable {
    case markdown, csv
  }

  /// What is read on the screen, line by line.
  public var lines: [SheetLine] { items.flatMap(\.lines) }

  /// What is read on the screen, broken to a width.
  ///
  /// - Parameter width: the columns of a row, 1 or more.
  /// - Returns: the rows from top to bottom.
  public func rows(width: Int) -> [ReportRow] {
    items.enumerated().flatMap { place, item in
      item.rows(width: width).map { ReportRow(line: $0, item: place) }
    }
  }

  /// The text of a form; nil where there is none.
  func text(_ format: Format) -> String? {
    switch format {
    case .markdown: markdown
    case .csv: csv
    }
  }

  /// The file name that is proposed for a form.
  func fileName(_ format: Format) -> String {
    switch format {
    case .markdown: "\(fileStem).md"
    case .csv: "\(fileStem).csv"
    }
  }

  /// A cell of a table in Markdown.
  static func markdownCell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : $0.isNewline ? " " : "\($0)" }.joined()
  }

  /// A cell of CSV (RFC 4180) that no spreadsheet takes for a formula, in quotes where it must be.
  static func csvCell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = (isFormula ? "'" : "") + text
    guard safe.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return safe }
    return "\"\(safe.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined())\""
  }
}
