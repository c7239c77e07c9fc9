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
    // What can never be taken back is read first.
    let ranks = entries.map { $0.ending?.rawValue ?? .max }
    self.entries = entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
    self.total = total
    self.since = since
    self.zone = zone
  }

  /// The report.
  var report: Report {
    Report(
      title: "Changed since your last session", summary: summary, items: items, markdown: markdown,
      csv: nil, fileStem: "hand-over")
  }

  private var summary: String {
    let there = entries.count { $0.value != nil }
    let gone = entries.count - there
    let deleted = gone > 0 ? ", \(Wording.grouped(gone)) deleted" : ""
    let more = total > there ? ", of which \(Wording.grouped(there)) are shown" : ""
    return "\(Wording.counted(total, "case")) changed\(deleted) since "
      + "\(TimeText.full(since, in: zone))\(more)"
  }

  private var items: [ReportItem] {
    entries.map { entry in
      ReportItem(
        entry.value?.number,
        [
          SheetLine(.heading, "#\(entry.number)  \(entry.name)"),
          SheetLine(.text, "   \(what(entry)) · \(who(entry) { TimeText.short($0, in: zone) })"),
        ])
    }
  }

  private var markdown: String {
    var text = "# Hand-over\n\n\(summary).\n\n| Case | Name | Changed | By |\n|---|---|---|---|\n"
    for entry in entries {
      let who = who(entry) { TimeText.full($0, in: zone) }
      text += "| #\(entry.number) | \(Report.markdownCell(entry.name)) | "
      text += "\(Report.markdownCell(what(entry))) | \(Report.markdownCell(who)) |\n"
    }
    return text
  }

  /// What became of a case, what can never be taken back first.
  private func what(_ entry: ShiftEntry) -> String {
    var words = [entry.ending.map(Wording.text)].compactMap(\.self)
    if let made = entry.value?.summary.createdAt, made > since {
      return (words + [Wording.newSince]).joined(separator: ", ")
    }
    let fields = entry.fields(since: since)
    words += fields ?? (words.isEmpty ? [Wording.changedUnseen] : [])
    if words.isEmpty { words = [Wording.events] }
    return words.joined(separator: ", ")
  }

  private func who(_ entry: ShiftEntry, _ time: (Timestamp) -> String) -> String {
    guard let summary = entry.value?.summary else { return Wording.byUnknown }
    let name = summary.lastModifiedByUsername ?? Wording.somebody
    return "\(name), \(time(summary.updatedAt).trimmed)"
  }
}
