import CasesAPI
import CaseWire
import StateStore

/// Marking cases: by number, so that marks stay through sorting, paging and refreshing.
extension WorkbenchState {
  /// Marks the case under the cursor or takes its mark away, and moves on.
  mutating func toggleMark() -> Orders {
    guard let current = list.current else { return [] }
    if marks.removeValue(forKey: current.number) == nil { marks[current.number] = current }
    list.moveCursor(to: list.cursor + 1)
    return []
  }

  /// Begins a range at the cursor, or marks all from its beginning to the cursor.
  mutating func markRange() -> Orders {
    guard let start = rangeStart.flatMap(list.index) else {
      rangeStart = list.current?.number
      if rangeStart != nil { notice = Notice(.info, Wording.rangeBegun) }
      return []
    }
    for row in min(start, list.cursor)...max(start, list.cursor) {
      if let summary = list.row(row) { marks[summary.number] = summary }
    }
    rangeStart = nil
    return []
  }

  /// Marks all of the list; takes all marks away where all of it is marked.
  mutating func markAll() -> Orders {
    guard let total = list.total, total > 0, !list.isOutdated else { return [] }
    let most = min(total, TriageSession.mostCases)
    let rows = (0..<most).compactMap { list.row($0) }
    // Rows that were marked may not be here any more; those that are tell enough.
    guard marks.count < most || !rows.allSatisfy({ marks[$0.number] != nil }) else {
      marks = [:]
      return []
    }
    guard rows.count == most else {
      work[.queue] = Wording.markingAll
      return [.run(.loadQueue(list.query, for: .marks), id: .queue)]
    }
    mark(rows)
    return []
  }

  /// Marks cases.
  mutating func mark(_ rows: [CaseSummary]) {
    for row in rows { marks[row.number] = row }
    if (list.total ?? 0) > rows.count, rows.count == TriageSession.mostCases {
      notice = Notice(.info, Wording.markedFirst(rows.count))
    }
  }

  /// Takes a range or all marks away; false where there are none.
  mutating func dropMarks() -> Bool {
    guard rangeStart != nil || !marks.isEmpty else { return false }
    if rangeStart != nil {
      rangeStart = nil
    } else {
      marks = [:]
      notice = Notice(.info, Wording.marksGone)
    }
    return true
  }

  /// Takes the marks of cases away that a list fetched anew does not have any more.
  mutating func dropMarksOfMissing(before: [CaseSummary]) {
    guard !marks.isEmpty, list.stale.isEmpty, !list.isOutdated, list.isWhole else { return }
    for row in before where marks[row.number] != nil && list.index(of: row.number) == nil {
      marks[row.number] = nil
    }
  }

  /// Whether a row is marked, or would be by the range that was begun.
  ///
  /// - Parameter row: the row, from 0.
  /// - Returns: true for a mark that is to be shown.
  public func isMarked(_ row: Int) -> Bool {
    guard let summary = list.row(row) else { return false }
    if marks[summary.number] != nil { return true }
    guard let start = rangeStart.flatMap(list.index) else { return false }
    return (min(start, list.cursor)...max(start, list.cursor)).contains(row)
  }

  /// How many marked cases the list does not show; nil where not all of it is here to tell.
  public var hiddenMarks: Int? {
    guard list.isWhole else { return nil }
    return marks.keys.count { list.index(of: $0) == nil }
  }
}
