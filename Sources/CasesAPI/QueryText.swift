import CaseWire

/// Builds the query of a request; parameters that have no value are left out.
struct QueryText {
  private var parts: [String] = []

  /// What follows the question mark; nil where there is no parameter at all.
  var text: String? { parts.isEmpty ? nil : parts.joined(separator: "&") }

  /// Adds a parameter if it has a value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    parts.append("\(name)=\(PercentEncoding.encode(value))")
  }

  /// Adds a span as the ISO interval `start/end` (Cases API contract, § 1.1).
  ///
  /// The interval has no form for an open end. The first and the last instant of four-digit years
  /// stand in for it: other clients fill in the present moment, which loses new cases where a
  /// clock is ahead.
  mutating func add(_ name: String, _ span: TimeSpan?) {
    guard let span, span.start != nil || span.end != nil else { return }
    let start = span.start?.description ?? "0001-01-01T00:00:00.000000Z"
    let end = span.end?.description ?? "9999-12-31T23:59:59.999999Z"
    add(name, "\(start)/\(end)")
  }
}
