public import CaseWire
import CasesAPI

/// How a case changed: the changes, the last one first, and all of the one under the cursor.
public struct HistoryDialog: Equatable, Sendable {
  /// The changes that one request brings.
  static let pageSize = 20

  /// What is shown of a change.
  public enum View: Hashable, CaseIterable, Sendable {
    /// The words that differ.
    case changes
    /// The whole text that a field had before.
    case before
    /// The whole text that it got.
    case after
  }

  /// The case.
  public let number: CaseNumber
  /// The changes that have come, the last one first.
  public private(set) var items: [HistoryItem] = []
  /// How many changes there are; nil until the first ones have come.
  public private(set) var total: Int?
  /// Where they come from.
  public private(set) var source = HistorySource.server
  /// Whether more of them are on their way.
  public private(set) var isLoading = true
  /// Why more of them did not come.
  public private(set) var failure: String?
  /// The change under the cursor.
  public private(set) var cursor = 0
  /// The first change that is shown.
  public private(set) var top = 0
  /// Which of its fields is meant.
  public private(set) var field = 0
  /// What is shown of it.
  public private(set) var view = View.changes
  /// The first line of it that is shown.
  public var scroll = 0
  /// The words that differ in long texts, by the time of the change.
  private(set) var differences: [Timestamp: [CaseField: TextDifference]] = [:]
  /// The change whose words are being compared.
  private var compared: Timestamp?
  /// The page that came last, from 1; 0 before the first one.
  private var page = 0
  private var sheetSource: HistorySheet.Source?
  private var sheet = HistorySheet()

  /// Opens the history of a case.
  ///
  /// - Parameter number: the case.
  init(_ number: CaseNumber) { self.number = number }

  /// The change under the cursor as lines, so that a frame need not compare texts.
  public var lines: [SheetLine] { sheet.lines }

  /// The change under the cursor.
  var item: HistoryItem? { items.indices.contains(cursor) ? items[cursor] : nil }

  /// The field that is meant; nil where the change has none.
  public var change: HistoryChange? {
    guard let item, item.changes.indices.contains(field) else { return nil }
    return item.changes[field]
  }

  /// The text that is meant: the one that is shown whole, else the earlier one.
  public var text: String? { view == .after ? change?.after : change?.before }

  /// Takes a page of a server's history in.
  ///
  /// - Parameters:
  ///   - answer: the page.
  ///   - page: its number, from 1.
  mutating func take(_ answer: HistoryPage, page: Int) {
    isLoading = false
    failure = nil
    if page == 1 { items = [] }
    self.page = page
    // Changes that are made meanwhile push others to the next page.
    let known = Set(items.map(\.time))
    items += answer.history.map { HistoryItem($0) }.filter { !known.contains($0.time) }
    total = answer.history.isEmpty ? items.count : max(answer.totalCount, items.count)
    source = .server
  }

  /// Notes that more changes did not come.
  ///
  /// - Parameter reason: why.
  mutating func fail(_ reason: String) {
    isLoading = false
    failure = reason
  }

  /// Takes in what was seen of the case.
  ///
  /// - Parameters:
  ///   - states: the states in which it was seen, the last one last.
  ///   - reason: why the server did not tell.
  mutating func take(_ states: [SeenCase], because reason: CasesError) {
    isLoading = false
    items = HistoryItem.items(states)
    total = items.count
    source = .seen(reason)
  }

  /// Finds out whether more changes are needed.
  ///
  /// - Parameter rows: how many changes are shown at once.
  /// - Returns: the page to ask for next, from 1; nil where none is needed yet.
  func wantedPage(rows: Int) -> Int? {
    guard source == .server, !isLoading, failure == nil, let total, items.count < total,
      top + 2 * rows >= items.count
    else { return nil }
    return page + 1
  }

  /// Notes that a page was asked for.
  mutating func startLoading() {
    isLoading = true
    failure = nil
  }

  /// Moves the cursor to a change.
  ///
  /// - Parameters:
  ///   - row: the change, from 0; the nearest one is taken.
  ///   - rows: how many changes are shown at once.
  mutating func moveCursor(to row: Int, rows: Int) {
    let target = max(0, min(row, items.count - 1))
    if target != cursor {
      cursor = target
      field = 0
      scroll = 0
    }
    if change == nil {
      field = 0
      view = .changes
    }
    top = max(min(top, cursor), cursor - rows + 1, 0)
  }

  /// Turns to another field of the change and shows its beginning.
  ///
  /// - Parameter count: so many fields further; less than 0 for back.
  mutating func turnField(by count: Int) {
    guard let fields = item?.changes.count, fields > 0 else { return }
    field = (field + count + fields) % fields
    scroll = sheet.starts.indices.contains(field) ? sheet.starts[field] : 0
  }

  /// Shows the words that differ, then the earlier text, then the later one.
  mutating func turnView() {
    guard change != nil, let index = View.allCases.firstIndex(of: view) else { return }
    view = View.allCases[(index + 1) % View.allCases.count]
    scroll = 0
  }

  /// The change whose words must be compared; nil where that is done, under way or not needed.
  var uncompared: HistoryItem? {
    guard let item, !item.longChanges.isEmpty, differences[item.time] == nil,
      compared != item.time
    else { return nil }
    return item
  }

  /// Notes that the words of a change are being compared.
  mutating func startComparing(_ item: HistoryItem) { compared = item.time }

  /// Notes which words differ in a change.
  ///
  /// - Parameters:
  ///   - found: what differs in each of its long texts.
  ///   - time: the time of the change.
  mutating func note(_ found: [CaseField: TextDifference], at time: Timestamp) {
    differences[time] = found
  }

  /// Breaks the change under the cursor anew where something else is to be shown.
  ///
  /// - Parameters:
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  mutating func fit(width: Int, zone: Zone) {
    let source = item.map {
      HistorySheet.Source(
        item: $0, origin: self.source, view: view, field: field,
        differences: differences[$0.time], width: width, zone: zone)
    }
    guard source != sheetSource else { return }
    sheetSource = source
    sheet = source.map { HistorySheet($0) } ?? HistorySheet()
  }
}
