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
      lines += pair("Status", before.summary.status.rawValue, after.summary.status.rawValue, width)
    }
    let (old, new) = (FormTexts(before), FormTexts(after))
    for field in CaseForm.fields where old[field] != new[field] {
      if CaseForm.isMultiline(field) {
        lines.append(SheetLine(.remark, Wording.name(of: field)))
        lines += text(from: old[field], to: new[field], width: width)
      } else {
        lines += pair(Wording.name(of: field), old[field], new[field], width)
      }
    }
    return lines.isEmpty ? [SheetLine(.remark, "events, or what is not shown here")] : lines
  }

  private static func pair(
    _ name: String, _ before: String, _ after: String, _ width: Int
  ) -> [SheetLine] {
    [SheetLine(.remark, name)]
      + broken("- ", before.isEmpty ? "none" : before, .removed, width)
      + broken("+ ", after.isEmpty ? "none" : after, .added, width)
  }

  /// The lines that changed, with one kept line around them and a mark where others are left out.
  private static func text(from before: String, to after: String, width: Int) -> [SheetLine] {
    let changes = TextChange.changes(from: before, to: after)
    var lines: [SheetLine] = []
    var isCut = false
    for (index, change) in changes.enumerated() {
      switch change.kind {
      case .removed: lines += broken("- ", change.line, .removed, width)
      case .added: lines += broken("+ ", change.line, .added, width)
      case .kept:
        let near = changes[max(0, index - 1)...min(changes.count - 1, index + 1)]
        guard near.contains(where: { $0.kind != .kept }) else {
          if !isCut { lines.append(SheetLine(.remark, "  ⋯")) }
          isCut = true
          continue
        }
        lines += broken("  ", change.line, .text, width)
      }
      isCut = false
    }
    return lines
  }

  private static func broken(
    _ mark: String, _ text: String, _ role: SheetLine.Role, _ width: Int
  ) -> [SheetLine] {
    Wrap.lines(text, width: max(1, width - 2)).enumerated().map { index, line in
      SheetLine(role, (index == 0 ? mark : "  ") + line)
    }
  }
}
