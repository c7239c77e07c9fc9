import CaseWire
import CasesAPI
import TerminalModel

/// One change of a case, written as lines to be read.
struct HistorySheet: Equatable {
  /// The lines from top to bottom.
  private(set) var lines: [SheetLine] = []
  /// The line with the name of each field that changed.
  private(set) var starts: [Int] = []

  /// What the lines are made of.
  struct Source: Equatable, Sendable {
    let item: HistoryItem
    let origin: HistorySource
    let view: HistoryDialog.View
    let field: Int
    let differences: [CaseField: TextDifference]?
    let width: Int
    let zone: Zone
  }

  /// No lines.
  init() {}

  /// Writes the lines.
  ///
  /// - Parameter source: what they are made of.
  init(_ source: Source) {
    let (item, width) = (source.item, source.width)
    let time = TimeText.full(item.time, in: source.zone)
    let who = item.who ?? Wording.somebody
    if item.lastChange == nil {
      addHeading("\(time)  \(who)", width)
    } else {
      addHeading(Wording.seenOnly(item, in: source.zone), width)
    }
    if let reason = Wording.reason(of: source.origin) {
      lines += Wrap.lines(reason, width: width).map { SheetLine(.remark, $0) }
    }
    switch source.view {
    case .changes: addChanges(source)
    case .before, .after: addText(source)
    }
  }

  private mutating func addHeading(_ text: String, _ width: Int) {
    lines += Wrap.lines(text, width: width).map { SheetLine(.heading, $0) }
  }

  private mutating func addChanges(_ source: Source) {
    let (item, width) = (source.item, source.width)
    for (index, change) in item.changes.enumerated() {
      starts.append(lines.count)
      lines.append(SheetLine(.heading, (index == source.field ? "▸ " : "  ") + change.name))
      guard change.isLong, let field = change.field else {
        lines += DifferenceSheet.pair(change.before, change.after, width: width)
        continue
      }
      if let difference = source.differences?[field] {
        lines += DifferenceSheet.lines(of: difference, width: width)
      } else {
        lines.append(SheetLine(.remark, "  …"))
      }
    }
    addEvents(Wording.eventsAdded(item.added.count), item.added, width)
    addEvents(Wording.eventsRemoved(item.removed.count), item.removed, width)
    if item.changes.isEmpty, item.added.isEmpty, item.removed.isEmpty {
      lines.append(SheetLine(.remark, Wording.nothingTold(of: item)))
    }
  }

  private mutating func addEvents(_ title: String, _ events: [EventID], _ width: Int) {
    guard !events.isEmpty else { return }
    lines.append(SheetLine(.heading, "  \(title)"))
    for event in events {
      lines += Wrap.lines(event.rawValue, width: max(1, width - 2)).map {
        SheetLine(.text, "  \($0)")
      }
    }
  }

  /// The whole text of one side.
  private mutating func addText(_ source: Source) {
    guard source.item.changes.indices.contains(source.field) else { return }
    let change = source.item.changes[source.field]
    let text = source.view == .before ? change.before : change.after
    starts = Array(repeating: lines.count, count: source.item.changes.count)
    let length = Wording.counted(text.unicodeScalars.count, "character")
    addHeading("▸ \(change.name), \(Wording.side(source.view)), \(length)", source.width)
    if text.isEmpty {
      lines.append(SheetLine(.remark, Wording.emptyText))
    } else {
      lines += Wrap.lines(text, width: source.width).map { SheetLine(.text, $0) }
    }
  }
}
