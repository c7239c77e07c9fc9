public import CaseWire
public import CasesAPI

/// All that is known about one event.
public struct EventDialog: Equatable, Sendable {
  /// The case in which the event is.
  public let number: CaseNumber
  /// The event as the list knew it.
  public let row: FileEvent
  /// The event as the server sent it; nil until it has come.
  public var loaded: JSONValue?
  /// Why it did not come.
  public var failure: CasesError?
  /// The first line that is shown.
  public var scroll = 0

  /// Opens the view of an event.
  ///
  /// - Parameters:
  ///   - row: the event as the list knows it.
  ///   - number: the case in which it is.
  init(_ row: FileEvent, of number: CaseNumber) {
    self.row = row
    self.number = number
  }

  /// The event as lines.
  ///
  /// - Parameters:
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  /// - Returns: the lines from top to bottom; empty until the event has come.
  public func lines(width: Int, zone: Zone) -> [SheetLine] {
    loaded.map { EventSheet.lines($0, width: width, zone: zone) } ?? []
  }
}
