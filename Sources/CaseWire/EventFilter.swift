/// A condition for an event.
public struct EventFilter: Hashable, Codable, Sendable {
  /// What is looked at.
  public var term: EventTerm
  /// How it is compared.
  public var `operator`: EventOperator
  /// With what; null where the operator compares with nothing.
  public var value: JSONValue

  /// Makes a condition.
  ///
  /// - Parameters:
  ///   - term: what is looked at.
  ///   - operator: how it is compared.
  ///   - value: with what: a text, a whole number, a list of texts, or null.
  public init(_ term: EventTerm, _ operator: EventOperator, _ value: JSONValue = .null) {
    self.term = term
    self.operator = `operator`
    self.value = value
  }

  /// Makes a condition on a text, in which `*` stands for anything.
  ///
  /// - Parameters:
  ///   - term: what is looked at.
  ///   - text: what it must be.
  public init(_ term: EventTerm, is text: String) { self.init(term, .is, .string(text)) }

  /// Makes a condition on a text that may be one of several.
  ///
  /// - Parameters:
  ///   - term: what is looked at.
  ///   - texts: what it may be.
  public init(_ term: EventTerm, isAnyOf texts: [String]) {
    self.init(term, .isAny, .array(texts.map { .string($0) }))
  }

  /// Makes a condition on when the event was.
  ///
  /// - Parameter start: the first moment.
  public init(onOrAfter start: Timestamp) {
    self.init(.timestamp, .onOrAfter, .string(start.description))
  }

  /// Makes a condition on when the event was.
  ///
  /// - Parameter end: the last moment.
  public init(onOrBefore end: Timestamp) {
    self.init(.timestamp, .onOrBefore, .string(end.description))
  }

  /// Makes a condition on how long ago the event was.
  ///
  /// - Parameter days: how many days ago at most, from 1.
  public init(withinTheLastDays days: Int) {
    self.init(.timestamp, .withinTheLast, .string("P\(days)D"))
  }
}
