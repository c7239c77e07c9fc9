/// When a request that failed is sent again, how long is waited before, and when to give up.
///
/// Only what is known not to have been done is ever repeated: reading and signing in after a
/// failure to connect or the statuses 429, 502, 503 and 504; a PUT or DELETE only after a failure
/// to connect or 429; a POST never, but for a search, which reads.
public struct RetryPolicy: Hashable, Sendable {
  /// The most times that one request is sent, from 1.
  public var sends = 4
  /// The pause after the first failure; each further one is twice as long.
  public var firstPause = Duration.milliseconds(500)
  /// The longest pause that the client chooses itself.
  public var longestPause = Duration.seconds(20)
  /// The longest time from the first sending to the last, pauses that a server asks for included.
  public var total = Duration.seconds(90)

  /// Makes the usual policy.
  public init() {}

  /// The policy of never sending a request again.
  public static var never: RetryPolicy {
    var policy = RetryPolicy()
    policy.sends = 1
    return policy
  }

  /// How long to wait before a request is sent again.
  ///
  /// The pause is spread over the upper half of its range, so that many clients that failed
  /// together do not come back together. A pause that the server asks for is never cut short.
  ///
  /// - Parameters:
  ///   - sent: how often the request was sent, from 1.
  ///   - asked: the pause that the server asks for, if it does.
  ///   - spent: the time since it was first sent.
  ///   - chance: a random number from 0 up to 1.
  /// - Returns: the pause; nil where the request is to be given up.
  func pause(after sent: Int, asked: Duration?, spent: Duration, chance: Double) -> Duration? {
    guard sent < sends else { return nil }
    let full = min(longestPause, firstPause * (1 << min(sent - 1, 30)))
    let pause = asked.map { $0 + firstPause * (chance / 2) } ?? full * (0.5 + chance / 2)
    return spent + pause <= total ? pause : nil
  }
}
