public import CaseWire

/// Takes the body of an answer as it comes, so that no more than a part of it is ever in memory.
///
/// The functions are called by the thread of the network, one after the other. The time that they
/// take holds the server back, and all other requests of the transport too: they may write to a
/// disk, and must not wait for anything else. After a cancellation one more call may come.
public protocol DownloadSink: Sendable {
  /// Begins with a body; what was taken before is of no worth any more.
  ///
  /// - Parameter head: the status, 200, and the header fields; the body is empty.
  /// - Returns: whether the body is wanted.
  func begin(_ head: HTTPResponse) -> Bool

  /// Takes the next part of the body.
  ///
  /// - Parameter part: the bytes, at least one.
  /// - Returns: whether more is wanted.
  func take(_ part: [UInt8]) -> Bool
}
