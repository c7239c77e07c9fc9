import CMicroHTTPD
import CaseWire
import Glibc

/// One request on its way in: the target as it was sent, and what has come of the body.
///
/// The library runs all callbacks of a connection on one thread.
final class Exchange {
  /// The path and query as they were sent.
  let target: String
  /// Whether the handler has seen the head of the request.
  var hasBegun = false
  /// What has come of the body.
  var body: [UInt8] = []
  /// How many bytes of body have come, those that were dropped too.
  var bodyCount = 0
  private let began = Exchange.seconds()

  /// Begins with the target of the request line.
  init(target: String) { self.target = target }

  /// How many seconds ago the request began.
  var age: Int { Self.seconds() - began }

  /// The request, once its body is whole.
  func request(_ method: HTTPMethod, _ headers: HTTPHeaders) -> HTTPRequest {
    var path = Substring(target)
    // A proxy may send the whole address (RFC 9112, § 3.2.2).
    if path.lowercased().hasPrefix("http://") || path.lowercased().hasPrefix("https://"),
      let authority = path.firstIndex(of: ":").map({ path.index($0, offsetBy: 3) })
    {
      let rest = path[authority...]
      path = rest.firstIndex { $0 == "/" || $0 == "?" }.map { rest[$0...] } ?? "/"
    }
    let mark = path.firstIndex(of: "?")
    return HTTPRequest(
      method, String(path[..<(mark ?? path.endIndex)]),
      query: mark.map { String(path[path.index(after: $0)...]) }, headers: headers, body: body)
  }

  private static func seconds() -> Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }
}
