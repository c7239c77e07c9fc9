import CaseWire
import CasesAPI
import Threads

/// Counts what another sink takes, for the log.
final class CountingSink: DownloadSink {
  private let sink: any DownloadSink
  private let taken = Locked(0)

  /// Counts from nothing.
  ///
  /// - Parameter sink: what takes the body.
  init(_ sink: any DownloadSink) { self.sink = sink }

  /// How many bytes were taken since the last beginning.
  var count: Int { taken.withLock { $0 } }

  func begin(_ head: HTTPResponse) -> Bool {
    taken.withLock { $0 = 0 }
    return sink.begin(head)
  }

  func take(_ part: [UInt8]) -> Bool {
    taken.withLock { $0 += part.count }
    return sink.take(part)
  }
}
