import CaseWire

/// A value for a parameter of a statement.
enum SQLiteValue: Hashable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// A text, or null.
  static func optional(_ value: String?) -> SQLiteValue { value.map { .text($0) } ?? .null }

  /// An instant in microseconds.
  static func instant(_ value: Timestamp) -> SQLiteValue { .integer(value.microseconds) }

  /// The number of a case.
  static func number(_ value: CaseNumber) -> SQLiteValue { .integer(value.rawValue) }
}
