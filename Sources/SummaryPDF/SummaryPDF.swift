public import CaseWire

/// The summary of a case as a PDF document: its fields, its description and its findings.
public enum SummaryPDF {
  /// Draws the summary.
  ///
  /// The same case at the same instant gives the same bytes on one machine. May be called from any
  /// thread; loads the drawing libraries at the first call.
  ///
  /// - Parameters:
  ///   - item: the case.
  ///   - date: when the document is made; it is printed in it.
  /// - Returns: the bytes of the document.
  /// - Throws: `SummaryPDFError` when a library or any font is missing, or the library fails.
  public static func render(
    _ item: Case, on date: Timestamp
  ) throws(SummaryPDFError) -> [UInt8] {
    let title = "Case \(item.number): \(item.summary.name)"
    let canvas = try Canvas(title: title, date: date)
    let flow = PageFlow(canvas, footer: "Case \(item.number) – made \(readable(date))")
    flow.write(PrintableText(item.summary.name), .title)
    flow.space(6)
    for (label, value) in fields(of: item.summary) {
      flow.write(label: label, PrintableText(value))
    }
    flow.section("Description")
    flow.write(block: item.description)
    flow.section("Findings")
    flow.write(block: item.findings)
    if flow.unshown > 0 {
      flow.space(12)
      flow.write(
        PrintableText(
          flow.unshown == 1
            ? "1 character could not be shown with the fonts that are installed."
            : "\(flow.unshown) characters could not be shown with the fonts that are installed."),
        .note)
    }
    flow.finish()
    return try canvas.finish()
  }

  private static func fields(of row: CaseSummary) -> [(String, String)] {
    var fields = [
      ("Case", row.number.description), ("Status", row.status.rawValue),
      ("Subject", person(row.subjectUsername, row.subject, none: "none")),
      ("Assignee", person(row.assigneeUsername, row.assignee, none: "nobody")),
      ("Created", change(row.createdAt, row.createdByUsername, row.createdByUserUid)),
      (
        "Last changed",
        change(row.updatedAt, row.lastModifiedByUsername, row.lastModifiedByUserUid)
      ),
    ]
    if let time = row.archivalTime { fields.append(("Archived", readable(time))) }
    return fields
  }

  private static func person(_ name: String?, _ uid: UserUID?, none: String) -> String {
    name ?? uid?.rawValue ?? none
  }

  private static func change(_ time: Timestamp, _ name: String?, _ uid: UserUID?) -> String {
    guard let who = name ?? uid?.rawValue else { return readable(time) }
    return "\(readable(time)) by \(who)"
  }

  /// An instant for people, to the second, in UTC.
  private static func readable(_ time: Timestamp) -> String {
    let text = time.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }
}
