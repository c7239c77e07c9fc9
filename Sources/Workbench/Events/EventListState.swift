public import CaseWire
public import CasesAPI

/// The file events of the case that is shown.
public struct EventListState: Equatable, Sendable {
  /// Events that are asked for at once.
  public static let pageSize = 500

  /// Which case; nil while none is shown.
  public var number: CaseNumber?
  /// The events that have come, in the server's order.
  public var events: [FileEvent] = []
  /// How many there are in all; nil until the first ones have come.
  public var total: Int?
  /// Whether more are awaited.
  public var isLoading = false
  /// Why the last ones did not come.
  public var failure: CasesError?
  /// The row of the cursor, from 0.
  public var cursor = 0
  /// The first row that is shown.
  public var top = 0

  /// Shows nothing.
  public init() {}

  /// The event under the cursor.
  public var current: FileEvent? { events.indices.contains(cursor) ? events[cursor] : nil }

  /// Turns to another case.
  ///
  /// - Parameter number: which case.
  mutating func turn(to number: CaseNumber?) {
    self = EventListState()
    self.number = number
  }

  /// Takes events in; the cursor stays on its event.
  ///
  /// - Parameters:
  ///   - answer: the events and how many there are.
  ///   - page: which page it is, from 1; the first one replaces what is there.
  /// - Returns: the next page to ask for, if there is one.
  mutating func take(_ answer: FileEventPage, page: Int) -> Int? {
    let selected = current?.eventId
    if page == 1 {
      // What is there stays until the first page of the new list, so that nothing flickers.
      events = []
    }
    let known = Set(events.map(\.eventId))
    events += answer.events.filter { !known.contains($0.eventId) }
    failure = nil
    let isLast = answer.events.count < Self.pageSize
    total = answer.totalCount ?? (isLast ? events.count : nil)
    isLoading = !isLast && total != events.count
    if let selected, let row = events.firstIndex(where: { $0.eventId == selected }) {
      cursor = row
    } else {
      cursor = max(0, min(cursor, events.count - 1))
    }
    return isLoading ? page + 1 : nil
  }

  /// Puts the cursor on a row and scrolls as little as it takes to show it.
  ///
  /// - Parameters:
  ///   - row: the row wanted; the nearest one there is gets it.
  ///   - height: rows that are shown.
  mutating func moveCursor(to row: Int, height: Int) {
    cursor = max(0, min(row, events.count - 1))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, events.count - height))
  }
}
