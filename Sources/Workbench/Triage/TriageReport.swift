import CaseWire

/// What was done in a triage session, as a report.
struct TriageReport {
  private let session: TriageSession
  private let pending: [CaseNumber: String]
  private let zone: Zone

  /// Takes a session.
  ///
  /// - Parameters:
  ///   - session: the session.
  ///   - pending: what is on its way to a case, or waits to be sent, in words.
  ///   - zone: the zone of times.
  init(_ session: TriageSession, pending: [CaseNumber: String], in zone: Zone) {
    self.session = session
    self.pending = pending
    self.zone = zone
  }

  /// The report.
  var report: Report {
    Report(
      title: "Triage session", summary: summary, items: items, markdown: markdown, csv: csv,
      fileStem: "triage")
  }

  /// The session in one sentence, without its full stop.
  private var summary: String {
    let begun = TimeText.full(session.startedAt, in: zone)
    let settled = Wording.grouped(session.settledCount)
    return "\(settled) of \(Wording.counted(session.entries.count, "case")) settled"
      + " in \(Self.duration(session.milliseconds)), begun \(begun)"
  }

  /// One line a case that was looked at or changed: number, time, what was done, name.
  private var items: [ReportItem] {
    let width = session.entries.map { "#\($0.summary.number)".count }.max() ?? 0
    return told.map { entry in
      let number = "#\(entry.summary.number)"
      let time = Self.duration(entry.milliseconds)
      let padded = number + String(repeating: " ", count: width - number.count)
      let gap = String(repeating: " ", count: max(1, 8 - time.count))
      let words = "\(padded)\(gap)\(time)  \(words(of: entry)) · \(entry.summary.name)"
      let isGone = entry.deeds.contains(.deleted)
      return ReportItem(isGone ? nil : entry.summary.number, [SheetLine(.text, words)])
    }
  }

  /// The session as a table in Markdown.
  private var markdown: String {
    var text =
      "# Triage session\n\n\(summary).\n\n| Case | Name | Done | Time |\n|---|---|---|---|\n"
    for entry in told {
      let name = Report.markdownCell(entry.summary.name)
      text += "| #\(entry.summary.number) | \(name) | \(words(of: entry)) | "
      text += "\(Self.duration(entry.milliseconds)) |\n"
    }
    return text
  }

  /// The session as CSV (RFC 4180), made harmless for spreadsheets.
  private var csv: String {
    var text = "number,name,done,seconds\r\n"
    for entry in told {
      let cells = [
        String(entry.summary.number.rawValue), Report.csvCell(entry.summary.name),
        Report.csvCell(words(of: entry)), String(entry.milliseconds / 1_000),
      ]
      text += cells.joined(separator: ",") + "\r\n"
    }
    return text
  }

  private var told: [TriageEntry] {
    session.entries.filter {
      $0.milliseconds > 0 || !$0.deeds.isEmpty || pending[$0.summary.number] != nil
    }
  }

  private func words(of entry: TriageEntry) -> String {
    let words = entry.deeds.map(Self.text) + [pending[entry.summary.number]].compactMap(\.self)
    return words.isEmpty ? "looked at" : words.joined(separator: ", ")
  }

  private static func text(_ deed: TriageDeed) -> String {
    switch deed {
    case .saved(let fields): "\(Wording.list(fields)) changed"
    case .eventsAdded(let count): "\(Wording.counted(count, "event")) added"
    case .eventsRemoved(let count): "\(Wording.counted(count, "event")) taken off"
    case .exported(.summaryPDF): "summary exported"
    case .exported(.eventCSV): "events exported"
    case .closed: "closed"
    case .deleted: "deleted"
    case .later: "put last"
    }
  }

  /// Minutes and seconds, such as `4m05s`; hours where there are any.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if seconds < 60 { return "\(seconds)s" }
    if seconds < 3_600 { return "\(seconds / 60)m\(two(seconds % 60))s" }
    return "\(seconds / 3_600)h\(two(seconds / 60 % 60))m"
  }
}
