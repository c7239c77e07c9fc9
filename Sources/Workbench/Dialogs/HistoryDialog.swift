public import CaseWire

/// How a case changed.
public struct HistoryDialog: Equatable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// The states in which it was seen, the last one last; nil until they were read.
  public var states: [SeenCase]?
  /// The history as lines, so that a frame need not compare texts.
  public private(set) var lines: [SheetLine] = []
  private var source: Source?
  /// The first line that is shown.
  public var scroll = 0

  /// What the lines were made for.
  private struct Source: Equatable, Sendable {
    let width: Int
    let zone: Zone
  }

  /// Opens the history of a case.
  ///
  /// - Parameter number: the case.
  init(_ number: CaseNumber) { self.number = number }

  /// Breaks the history anew where its width or zone is another one.
  ///
  /// - Parameters:
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  mutating func fit(width: Int, zone: Zone) {
    guard let states, source != Source(width: width, zone: zone) else { return }
    source = Source(width: width, zone: zone)
    lines = CaseHistory.lines(states, width: width, zone: zone)
  }
}
