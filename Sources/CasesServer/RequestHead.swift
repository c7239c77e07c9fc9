import CaseWire

/// Rules for the head of a request that the library does not keep.
///
/// A server behind a proxy must not find another end of a request than the proxy does
/// (RFC 9112, § 6.1 and § 11.2).
enum RequestHead {
  /// Judges the head of a request.
  ///
  /// - Parameters:
  ///   - headers: the header fields.
  ///   - mostBytes: the longest body, in bytes.
  /// - Returns: why the request is refused before its body is read; nil if it may go on.
  static func refusal(_ headers: HTTPHeaders, mostBytes: Int) -> Refusal? {
    let lengths = values("content-length", headers)
    let codings = values("transfer-encoding", headers)
    if !codings.isEmpty && !lengths.isEmpty {
      return malformed("Content-Length and Transfer-Encoding exclude each other")
    }
    if codings.count > 1 || codings.contains(where: { $0.lowercased() != "chunked" }) {
      return malformed("the only Transfer-Encoding that is known is chunked")
    }
    if lengths.count > 1 { return malformed("Content-Length stands there twice") }
    guard let length = lengths.first else { return nil }
    guard !length.isEmpty, length.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return malformed("Content-Length is no number")
    }
    guard let count = Int(length), count <= mostBytes else { return tooLarge(mostBytes) }
    return nil
  }

  /// The refusal of a body that is too long.
  static func tooLarge(_ mostBytes: Int) -> Refusal {
    closing(Refusal(413, .bodyTooLarge, "a body may have at most \(mostBytes) bytes"))
  }

  private static func malformed(_ description: String) -> Refusal {
    closing(Refusal(400, .invalidRequest, description))
  }

  private static func closing(_ refusal: Refusal) -> Refusal {
    var refusal = refusal
    refusal.headers["Connection"] = "close"
    return refusal
  }

  private static func values(_ name: String, _ headers: HTTPHeaders) -> [String] {
    headers.fields.filter { $0.name.lowercased() == name }.map(\.value)
  }
}
