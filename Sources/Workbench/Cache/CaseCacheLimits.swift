/// How much is kept of the cases that were seen; the ones that were not seen for longest go first.
public struct CaseCacheLimits: Sendable {
  /// States of one case; the newest are kept.
  public var states = 20
  /// Bytes of the states of one case; the newest state is kept however large it is.
  public var bytesOfCase = 1_000_000
  /// Cases in all.
  public var cases = 500
  /// Bytes in all.
  public var bytes = 64_000_000
  /// For how long a case is kept that is not seen any more, in seconds: half a year.
  public var seconds = 183 * 86_400

  /// Makes the usual limits.
  public init() {}
}
