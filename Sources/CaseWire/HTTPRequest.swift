/// A request as a value, independent of who carries it.
public struct HTTPRequest: Hashable, Sendable {
  /// What is to be done.
  public var method: HTTPMethod
  /// The path, percent-encoded, beginning with a slash.
  public var path: String
  /// What follows the question mark, percent-encoded; nil where there is none.
  public var query: String?
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body; empty where there is none.
  public var body: [UInt8]

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - method: what is to be done.
  ///   - path: the path, percent-encoded.
  ///   - query: what follows the question mark, percent-encoded.
  ///   - headers: the header fields.
  ///   - body: the body.
  public init(
    _ method: HTTPMethod, _ path: String, query: String? = nil, headers: HTTPHeaders = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The path with its query, as it stands in the request line.
  public var target: String { query.map { "\(path)?\($0)" } ?? path }
}
