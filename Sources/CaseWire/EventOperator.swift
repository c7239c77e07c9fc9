/// How a condition compares; others than those named here are passed on as they are.
public struct EventOperator: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes an operator from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It is this; `*` stands for anything.
  public static let `is` = EventOperator(rawValue: "IS")
  /// It is not this.
  public static let isNot = EventOperator(rawValue: "IS_NOT")
  /// It is one of these.
  public static let isAny = EventOperator(rawValue: "IS_ANY")
  /// It is none of these.
  public static let isNone = EventOperator(rawValue: "IS_NONE")
  /// There is one.
  public static let exists = EventOperator(rawValue: "EXISTS")
  /// There is none.
  public static let doesNotExist = EventOperator(rawValue: "DOES_NOT_EXIST")
  /// It is greater.
  public static let greaterThan = EventOperator(rawValue: "GREATER_THAN")
  /// It is less.
  public static let lessThan = EventOperator(rawValue: "LESS_THAN")
  /// It is on this day.
  public static let on = EventOperator(rawValue: "ON")
  /// It is at this moment or later.
  public static let onOrAfter = EventOperator(rawValue: "ON_OR_AFTER")
  /// It is at this moment or earlier.
  public static let onOrBefore = EventOperator(rawValue: "ON_OR_BEFORE")
  /// It is no longer ago than this, an ISO duration such as `P30D`.
  public static let withinTheLast = EventOperator(rawValue: "WITHIN_THE_LAST")
}
