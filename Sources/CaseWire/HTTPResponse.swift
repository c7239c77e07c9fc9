/// An answer as a value, independent of who carried it.
public struct HTTPResponse: Hashable, Sendable {
  /// The status, 100 to 599.
  public var status: Int
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body; empty where there is none.
  public var body: [UInt8]

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - status: the status, 100 to 599.
  ///   - headers: the header fields.
  ///   - body: the body.
  public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Whether the request was done: a status of 200 to 299.
  public var isSuccess: Bool { (200...299).contains(status) }
}
