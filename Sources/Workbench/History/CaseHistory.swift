import CasesAPI
import CaseWire
import TerminalModel

/// How a case changed, as far as it was seen from this machine, written as lines.
enum CaseHistory {
  /// Writes the changes between the states of a case, the last one first.
  ///
  /// - Parameters:
  ///   - states: the states, the last one last.
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  /// - Returns: the lines from top to bottom.
  static func lines(_ states: [SeenCase], width: Int, zone: Zone) -> [SheetLine] {
    var lines: [SheetLine] = []
    for index in states.indices.reversed() {
      let state = states[index]
      let summary = state.value.summary
      let time = TimeText.full(summary.updatedAt, in: zone)
      let who = summary.lastModifiedByUsername ?? "somebody"
      let seen = "seen \(TimeText.short(state.seenAt, in: zone).trimmed)"
      lines.append(SheetLine(.heading, "\(time)  \(who)", trailing: seen))
      if index == states.startIndex {
        lines.append(SheetLine(.remark, "as it was seen first from here"))
      } else {
        lines += changes(from: states[index - 1].value, to: state.value, width: width)
      }
      lines.append(SheetLine(.text, ""))
    }
    return lines
  }

  /// The fields in which two states differ, as people call them.
  static func fields(from before: Case, to after: Case) -> [String] {
    let fields = after.content.differences(from: before.content)
    let status = before.summary.status == after.summary.status ? [] : ["Status"]
    return status + CaseForm.fields.filter(fields.contains).map(Wording.name)
  }

  private static func changes(from before: Case, to after: Case, width: Int) -> [SheetLine] {
    var lines: [SheetLine] = []
    if before.summary.status != after.summary.status {
      lines.append(SheetLine(.remark, "Status"))
      lines += DifferenceSheet.pair(
        before.summary.status.rawValue, after.summary.status.rawValue, width: width)
    }
    lines += DifferenceSheet.lines(from: FormTexts(before), to: FormTexts(after), width: width)
    return lines.isEmpty ? [SheetLine(.remark, "events, or what is not shown here")] : lines
  }
}
