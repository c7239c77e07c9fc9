public import CaseWire
import Markdown
import TerminalModel

/// A case as lines to be read: fields first, then the long texts, broken to a width.
///
/// Number and status are not among them, since the title of the pane tells them.
public enum CaseSheet {
  private static let labelWidth = 11

  /// Writes a case as lines.
  ///
  /// - Parameters:
  ///   - summary: what is known for certain.
  ///   - loaded: the whole, once it has come.
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  ///   - isAsWritten: whether long texts are shown as they were written, not rendered.
  /// - Returns: the lines from top to bottom.
  public static func lines(
    _ summary: CaseSummary, _ loaded: Case?, width: Int, zone: Zone, isAsWritten: Bool = false
  ) -> [SheetLine] {
    func person(_ name: String?, _ uid: UserUID?) -> String { name ?? uid?.rawValue ?? "–" }
    func moment(_ instant: Timestamp, by name: String?, _ uid: UserUID?) -> String {
      let by = name ?? uid?.rawValue
      return TimeText.full(instant, in: zone) + (by.map { "  \($0)" } ?? "")
    }
    var lines = pair(("Name", summary.name), nil, width: width)
    lines += pair(
      ("Subject", person(summary.subjectUsername, summary.subject)),
      ("Assignee", person(summary.assigneeUsername, summary.assignee)), width: width)
    lines += pair(
      (
        "Changed",
        moment(
          summary.updatedAt, by: summary.lastModifiedByUsername, summary.lastModifiedByUserUid)
      ),
      (
        "Created",
        moment(summary.createdAt, by: summary.createdByUsername, summary.createdByUserUid)
      ), width: width)
    if let archival = summary.archivalTime {
      lines += field(
        ("Archived", "events vanish " + TimeText.full(archival, in: zone)), width: width)
    }
    lines += text(
      "Description", loaded, \.description, limit: CaseLimits.description, width: width,
      isAsWritten)
    lines += text(
      "Findings", loaded, \.findings, limit: CaseLimits.findings, width: width, isAsWritten)
    return lines
  }

  /// Two fields, side by side where both fit.
  private static func pair(
    _ left: (label: String, value: String), _ right: (label: String, value: String)?, width: Int
  ) -> [SheetLine] {
    let half = width / 2
    let room = half - labelWidth - 2
    guard let right, CellText.width(of: left.value) <= room,
      CellText.width(of: right.value) <= width - half - labelWidth
    else { return field(left, width: width) + (right.map { field($0, width: width) } ?? []) }
    let gap = String(repeating: " ", count: half - labelWidth - CellText.width(of: left.value))
    let text = padded(left.label) + left.value + gap + padded(right.label) + right.value
    return [SheetLine(.fields(labelWidth: labelWidth, labels: [0, half]), text)]
  }

  private static func field(
    _ field: (label: String, value: String), width: Int
  ) -> [SheetLine] {
    let broken = Wrap.lines(field.value, width: max(1, width - labelWidth))
    return broken.enumerated().map { index, line in
      SheetLine(
        .fields(labelWidth: labelWidth, labels: [0]), padded(index == 0 ? field.label : "") + line)
    }
  }

  private static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: labelWidth - label.count)
  }

  private static func text(
    _ heading: String, _ loaded: Case?, _ path: KeyPath<Case, String?>, limit: Int, width: Int,
    _ isAsWritten: Bool
  ) -> [SheetLine] {
    var lines = [SheetLine(.text, "")]
    guard let loaded else {
      return lines + [SheetLine(.heading, heading), SheetLine(.remark, "…")]
    }
    let value = loaded[keyPath: path] ?? ""
    let count = value.unicodeScalars.count
    let usage = count == 0 ? "" : "\(Wording.grouped(count)) of \(Wording.grouped(limit))"
    // Marks without words, such as an empty quote, render to nothing; they are shown all the same.
    let blocks =
      isAsWritten ? nil : MarkdownText.blocks(value).flatMap { $0.isEmpty ? nil : $0 }
    let remark = blocks == nil && !value.isEmpty ? "as written · " : ""
    lines.append(SheetLine(.heading, heading, trailing: remark + usage))
    if value.isEmpty {
      lines.append(SheetLine(.remark, "none"))
    } else if let blocks {
      lines += MarkdownLayout.lines(blocks, width: width).map {
        SheetLine(.markdown($0.runs), $0.text)
      }
    } else {
      lines += Wrap.lines(value, width: width).map { SheetLine(.text, $0) }
    }
    return lines
  }
}
