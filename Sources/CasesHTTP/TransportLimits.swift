/// How long a transfer may take and how large its answer may be.
public struct TransportLimits: Hashable, Sendable {
  /// The longest wait for a connection, with its name look-up and TLS.
  public var connect: Duration = .seconds(10)
  /// The longest silence in the middle of a transfer, in whole seconds from 1.
  public var idle: Duration = .seconds(30)
  /// The longest time for a whole transfer.
  public var total: Duration = .seconds(300)
  /// The longest time for a whole download of a file.
  public var downloadTotal: Duration = .seconds(6 * 3_600)
  /// The fewest bytes a second of a download, taken over the longest silence; less is a silence.
  public var downloadRate = 100
  /// The most bytes of a file that is downloaded.
  public var downloadBytes = 64 * 1_024 * 1_024 * 1_024
  /// The most bytes of header lines.
  public var headerBytes = 64 * 1_024
  /// The most bytes of a body, counted after unpacking.
  public var bodyBytes = 64 * 1_024 * 1_024

  /// Makes the usual limits.
  public init() {}
}

extension Duration {
  /// Whole milliseconds, at least one; what libcurl takes for none is 0.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
