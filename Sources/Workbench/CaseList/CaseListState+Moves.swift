import CaseWire
import CasesAPI

extension CaseListState {
  /// Puts the cursor on a row and scrolls as little as it takes to show it.
  ///
  /// What did not come is asked for again; why it did not is told until it comes.
  ///
  /// - Parameter row: the row wanted; the nearest one there is gets it.
  mutating func moveCursor(to row: Int) {
    sought = nil
    wantedAbove = nil
    isTriedAgain = failure != nil
    cursor = max(0, min(row, (total ?? 0) - 1))
    showCursor()
    selected = current?.number
  }

  /// Puts the cursor on the row where its case is now.
  ///
  /// The cursor keeps its place on the screen, and the rows around it move instead. Where the list
  /// is placed anew, it is shown from its top if the cursor is seen so.
  ///
  /// - Parameter row: the row.
  mutating func placeCursor(on row: Int) {
    let above = max(0, min(wantedAbove ?? cursor - top, height - 1))
    cursor = row
    top = wantedAbove != nil && row < height ? 0 : max(0, row - above)
    wantedAbove = nil
    sought = nil
  }

  /// Puts the cursor on a case, or looks for it where its row is not held.
  ///
  /// - Parameter number: the case.
  mutating func seek(_ number: CaseNumber) {
    if let row = index(of: number) {
      moveCursor(to: row)
    } else {
      // Until it is found, the row that is marked stays the one that keys act on.
      sought = number
    }
    placeAnew()
  }

  /// Lets the rows that come next be placed anew, with as many of them above the cursor as now; as
  /// many as there is room for where no row is here.
  mutating func placeAnew() { wantedAbove = pages.isEmpty ? .max / 2 : cursor - top }

  /// Scrolls as little as it takes to show the cursor, and never past the last row.
  mutating func showCursor() {
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, (total ?? 0) - height))
  }

  /// The pages that the window needs, and the one it will need next.
  var wantedPages: ClosedRange<Int> {
    let first = top / Self.pageSize
    guard let total else { return first...first }
    let last = max(0, total - 1) / Self.pageSize
    let below = (top + height + Self.pageSize / 2) / Self.pageSize
    let above = max(0, top - Self.pageSize / 2) / Self.pageSize
    return min(above, last)...min(below, last)
  }

  /// Takes a page in; the cursor stays on its case where the page holds it.
  ///
  /// - Parameters:
  ///   - answer: the rows and the true total.
  ///   - page: which page it is, from 0.
  ///   - moment: when it came.
  /// - Returns: the cases that others changed or made since the rows before were fetched.
  mutating func take(_ answer: CasePage, page: Int, at moment: Timestamp) -> [CaseNumber] {
    let changed = isOutdated ? [] : changes(in: answer.cases)
    let isTurned = isOutdated
    if isOutdated {
      pages = [:]
      stale = []
      isOutdated = false
    }
    let wasRefresh = !stale.isEmpty
    let wanted = sought ?? selected
    awaited.remove(page)
    stale.remove(page)
    if stale.isEmpty { isAskedFor = false }
    pages[page] = answer.cases
    total = answer.totalCount
    failure = nil
    isTriedAgain = false
    isFromBefore = false
    fetchedAt = moment
    let end = answer.totalCount
    pages = pages.filter { $0.key == 0 || $0.key * Self.pageSize < end }
    if let wanted, let row = index(of: wanted) {
      placeCursor(on: row)
    } else if isTurned ? answer.cases.count < answer.totalCount : wasRefresh && stale.isEmpty {
      // It stands farther down, if it is there at all.
      sought = wanted
    }
    cursor = max(0, min(cursor, end - 1))
    showCursor()
    if sought == nil { wantedAbove = nil }
    if sought == nil, stale.isEmpty || selected == nil { selected = current?.number ?? selected }
    dropDistantPages()
    return changed
  }

  /// The cases that differ from the rows that are held, and those made since these were fetched.
  private func changes(in rows: [CaseSummary]) -> [CaseNumber] {
    guard !stale.isEmpty, !isFromBefore, let fetchedAt else { return [] }
    var known: [CaseNumber: Timestamp] = [:]
    for row in pages.values.joined() { known[row.number] = row.updatedAt }
    return rows.filter { row in
      known[row.number].map { $0 != row.updatedAt } ?? (row.createdAt > fetchedAt)
    }.map(\.number)
  }

  /// Shows rows that are all here, and lets them stand.
  ///
  /// - Parameter rows: all rows.
  mutating func hold(_ rows: [CaseSummary]) {
    pages = [:]
    for start in stride(from: 0, to: rows.count, by: Self.pageSize) {
      pages[start / Self.pageSize] = Array(rows[start..<min(start + Self.pageSize, rows.count)])
    }
    total = rows.count
  }

  /// Notes that a page did not come.
  ///
  /// - Parameters:
  ///   - page: which page it is, from 0.
  ///   - error: why.
  mutating func fail(_ page: Int, _ error: CasesError) {
    awaited.remove(page)
    isAskedFor = false
    failure = error
    isTriedAgain = false
  }

  /// Asks for all rows anew; those that are shown stay until the new ones are there.
  ///
  /// - Parameter quietly: whether a failure stays told until a page has come.
  mutating func refresh(quietly: Bool = false) {
    guard !isStill else { return }
    if !quietly { failure = nil }
    isTriedAgain = quietly
    isAskedFor = false
    awaited = []
    let wanted = wantedPages
    pages = pages.filter { wanted.contains($0.key) }
    stale = Set(pages.keys)
  }

  /// Turns to another query; the rows that are shown stay, marked, until the first page is there.
  ///
  /// - Parameters:
  ///   - query: what the list shall show.
  ///   - number: the case that the cursor shall be on, if it is there.
  mutating func turn(to query: CaseQuery, selecting number: CaseNumber?) {
    self.query = query
    failure = nil
    isAskedFor = false
    awaited = []
    stale = Set(pages.keys)
    stale.insert(0)
    isOutdated = true
    sought = nil
    wantedAbove = number == nil ? nil : cursor - top
    cursor = 0
    top = 0
    selected = number
  }

  /// Shows what is known newly about a case, where it stands in the list.
  ///
  /// - Parameter summary: the case as the server has it now.
  mutating func replace(_ summary: CaseSummary) {
    guard let row = index(of: summary.number) else { return }
    pages[row / Self.pageSize]?[row % Self.pageSize] = summary
  }

  private mutating func dropDistantPages() {
    let here = cursor / Self.pageSize
    while pages.count > Self.heldPages,
      let farthest = pages.keys.max(by: { abs($0 - here) < abs($1 - here) })
    {
      pages[farthest] = nil
    }
  }
}
