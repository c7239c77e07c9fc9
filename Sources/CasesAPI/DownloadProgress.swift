/// How far a download is.
public struct DownloadProgress: Hashable, Codable, Sendable {
  /// How many bytes have come.
  public let received: Int
  /// How many there will be; nil where the server does not say.
  public let expected: Int?

  /// Describes a download.
  ///
  /// - Parameters:
  ///   - received: how many bytes have come, from 0.
  ///   - expected: how many there will be.
  public init(received: Int, expected: Int?) {
    self.received = received
    self.expected = expected
  }
}
