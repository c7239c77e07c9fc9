import CaseWire

/// The look at a case, every few seconds, while it is written in the form.
struct CaseWatch: Equatable, Sendable {
  /// Milliseconds between two looks.
  static let interval = 10_000
  /// The longest time between two looks after troubles, in milliseconds.
  static let longestInterval = 600_000

  /// The case whose next look is on its way.
  var number: CaseNumber?
  /// Looks that failed since the last one that did not.
  var troubles = 0

  /// How long to wait for the next look, in milliseconds: twice as long after each trouble.
  var wait: Int { min(Self.longestInterval, Self.interval << min(troubles, 10)) }
}
