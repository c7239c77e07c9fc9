/// Random numbers that are the same on every run, so that a failure comes again.
///
/// SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Makes a generator.
  ///
  /// - Parameter seed: the same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  ///
  /// - Returns: any 64 bits, each as likely.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next whole number below a limit.
  ///
  /// - Parameter limit: 1 or more.
  /// - Returns: 0 to one below the limit.
  public mutating func next(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
