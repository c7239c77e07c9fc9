public import CaseWire
public import CasesAPI
import Threads

/// Keeps a download in memory, for tests.
public final class MemorySink: DownloadSink {
  private struct Contents {
    var heads: [HTTPResponse] = []
    var bytes: [UInt8] = []
    var count = 0
  }

  private let most: Int
  private let isKept: Bool
  private let contents = Locked(Contents())

  /// Makes an empty sink.
  ///
  /// - Parameters:
  ///   - most: how many bytes it takes before it wants no more.
  ///   - isKept: whether the bytes are kept, or only counted.
  public init(most: Int = .max, isKept: Bool = true) {
    self.most = most
    self.isKept = isKept
  }

  /// The heads of the answers that have begun.
  public var heads: [HTTPResponse] { contents.withLock { $0.heads } }

  /// What was taken since the last one began.
  public var bytes: [UInt8] { contents.withLock { $0.bytes } }

  /// How many bytes were taken since the last one began.
  public var count: Int { contents.withLock { $0.count } }

  /// Begins anew.
  ///
  /// - Parameter head: the head of the answer.
  /// - Returns: true.
  public func begin(_ head: HTTPResponse) -> Bool {
    contents.withLock { contents in
      contents = Contents(heads: contents.heads + [head])
      return true
    }
  }

  /// Takes a part.
  ///
  /// - Parameter part: the bytes.
  /// - Returns: whether there is room.
  public func take(_ part: [UInt8]) -> Bool {
    contents.withLock { contents in
      if isKept { contents.bytes += part }
      contents.count += part.count
      return contents.count <= most
    }
  }
}

extension HTTPResponse {
  /// Gives the body of an answer to a sink as a network would.
  ///
  /// - Parameters:
  ///   - sink: what takes the body, if the status is 200.
  ///   - size: how many bytes come at a time, from 1.
  /// - Returns: the answer without what was taken.
  /// - Throws: `TransportError` of the kind `notTaken` when the sink wants no more.
  func poured(into sink: any DownloadSink, by size: Int) throws(TransportError) -> HTTPResponse {
    guard status == 200 else { return self }
    var head = self
    head.body = []
    for start in stride(from: 0, to: body.count, by: size) {
      let part = Array(body[start..<min(body.count, start + size)])
      guard start > 0 || sink.begin(head), sink.take(part) else {
        throw TransportError(.notTaken, "told to end")
      }
    }
    return head
  }
}
