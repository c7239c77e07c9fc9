import CaseWire

/// What changed since the last session, as a report that can be handed over.
struct ShiftReport {
  /// Cases that are looked at, at most.
  static let mostCases = 200

  private let entries: [ShiftEntry]
  private let total: Int
  private let since: Timestamp
  private let zone: Zone

  /// Takes what changed.
  ///
  /// - Parameters:
  ///   - entries: the cases, the one changed last first.
  ///   - total: how many changed in all.
  ///   - since: when the last session was left.
  ///   - zone: the zone of times.
  init(_ entries: [ShiftEntry], of total: Int, since: Timestamp, in zone: Zone) {
    self.entries = entries
    self.total = total
    self.since = since
    self.zone = zone
  }

  /// The report.
  var report: Report {
    Report(
      title: "Changed since your last session", summary: summary, lines: lines, markdown: markdown,
      csv: nil, fileStem: "hand-over")
  }

  private var summary: String {
    let more = total > entries.count ? ", of which \(Wording.grouped(entries.count)) are shown" : ""
    return
      "\(Wording.counted(total, "case")) changed since \(TimeText.full(since, in: zone))\(more)"
  }

  private var lines: [SheetLine] {
    entries.flatMap { entry in
      [
        SheetLine(.heading, "#\(entry.value.number)  \(entry.value.summary.name)"),
        SheetLine(.text, "   \(what(entry)) · \(who(entry))"),
      ]
    }
  }

  private var markdown: String {
    var text = "# Hand-over\n\n\(summary).\n\n| Case | Name | Changed | By |\n|---|---|---|---|\n"
    for entry in entries {
      text += "| #\(entry.value.number) | \(Report.markdownCell(entry.value.summary.name)) | "
      text += "\(what(entry)) | \(Report.markdownCell(who(entry))) |\n"
    }
    return text
  }

  private func what(_ entry: ShiftEntry) -> String {
    if entry.value.summary.createdAt > since { return "new" }
    guard let before = entry.before else { return "changed; not seen before from here" }
    let fields = HistoryChange.changes(from: before, to: entry.value).map(\.name)
    return fields.isEmpty ? "events" : fields.joined(separator: ", ")
  }

  private func who(_ entry: ShiftEntry) -> String {
    let summary = entry.value.summary
    let name = summary.lastModifiedByUsername ?? "somebody"
    return "\(name), \(TimeText.full(summary.updatedAt, in: zone))"
  }
}
