/// The columns that one scalar takes, by a table that does not depend on the reader's locale.
///
/// The table holds what glibc's `wcwidth(3)` says in a UTF-8 locale, which is also how far ncurses
/// moves its cursor, cut down to what is safe to show: a scalar that moves nothing and is no plain
/// combining mark, that hides itself, steers the direction of text, or is not assigned, has no
/// width here.
public enum CellWidth: UInt32, Sendable {
  /// A combining mark; it takes no column and needs a base.
  case mark = 0
  /// One column.
  case narrow = 1
  /// Two columns.
  case wide = 2
  /// Not to be shown as it is: controls, format characters, private use, unassigned and the like.
  case hidden = 3

  /// Finds the width of a scalar.
  ///
  /// - Parameter scalar: any scalar.
  public init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 32 && value < 127 {
      self = .narrow
      return
    }
    let runs = Self.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 2 <= value { low = middle } else { high = middle }
    }
    self = CellWidth(rawValue: runs[low] & 3) ?? .hidden
  }

  /// The columns: 0 for a mark, 1 or 2; nil for what is not to be shown as it is.
  public var columns: Int? { self == .hidden ? nil : Int(rawValue) }
}
