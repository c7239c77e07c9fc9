/// Which columns a list shows, in which order and how wide, and how times are told.
public struct ListColumns: Hashable, Codable, Sendable {
  /// The columns from left to right, after number and name.
  public var shown: [ListColumn] = [.assignee, .updated]
  /// The widths that were chosen, in columns of the screen; the others go by the room there is.
  public var widths: [ListColumn: Int] = [:]
  /// Whether times are told as dates rather than as ages.
  public var isAbsolute = false

  /// The widths that can be chosen, in columns of the screen.
  static let widthRange = 4...40

  /// The columns of a new installation.
  public init() {}

  /// How wide a column is.
  ///
  /// - Parameters:
  ///   - column: the column.
  ///   - room: the width of the whole list.
  /// - Returns: columns of the screen.
  public func width(of column: ListColumn, in room: Int) -> Int {
    if let chosen = widths[column] {
      // What an older session left may be anything.
      return max(Self.widthRange.lowerBound, min(chosen, Self.widthRange.upperBound))
    }
    switch column {
    case .assignee, .subject, .changedBy: return room >= 70 ? 14 : 9
    case .updated, .created: return isAbsolute ? 12 : 7
    case .status: return 8
    case .archival: return 6
    }
  }

  /// The columns for which there is room beside a name of some letters; the last ones are left out
  /// first, but the time of the last change last.
  ///
  /// - Parameter room: the width of the whole list.
  /// - Returns: the columns from left to right.
  public func fitting(in room: Int) -> [ListColumn] {
    // A list of 36 columns has room for a change beside a name, one of 46 for a person too.
    let nameRoom = 25
    var fitting = shown
    func taken() -> Int { fitting.reduce(0) { $0 + width(of: $1, in: room) + 1 } }
    while !fitting.isEmpty, taken() + nameRoom > max(room, 33) || room < 33 {
      let last = fitting.lastIndex { $0 != .updated } ?? fitting.count - 1
      fitting.remove(at: last)
    }
    return fitting
  }
}
