import CaseWire

/// An answer that came, and what the client makes of it.
struct Answer {
  /// Which operation was answered.
  let operation: CasesOperation
  /// What came.
  let response: HTTPResponse

  /// The entity tag by which a change can name this state; a weak one cannot (RFC 9110, § 8.8.3).
  var strongTag: String? {
    response.headers["ETag"].flatMap { tag in
      tag.utf8.count >= 2 && tag.hasPrefix("\"") && tag.hasSuffix("\"") ? tag : nil
    }
  }

  /// Does nothing where the request was done, and says why it was not where it was not.
  func requireSuccess() throws(CasesError) {
    let status = response.status
    switch status {
    case 200...299: return
    case 300...399: throw unreadable(redirection)
    case 401: throw .unauthorized(operation)
    // Only the API itself knows what is there and why not.
    case _ where isMarkup: throw unreadable(WebPage.reason(response.body))
    case 404: throw .notFound(operation)
    default: throw .refused(operation, status: status, RefusalBody.problem(in: response.body))
    }
  }

  /// Reads the value in the body of a request that was done.
  func value<Value: Decodable>(_ type: Value.Type) throws(CasesError) -> Value {
    try requireDone()
    if let fault = JSONSyntax.fault(in: response.body) { throw unreadable(Self.explain(fault)) }
    if let refusal = refusalInside { throw refusal }
    do {
      return try WireJSON.decode(type, from: response.body)
    } catch {
      throw unreadable(Self.explain(error))
    }
  }

  /// Accepts any answer that says "done", but for the page of a portal in between.
  func requireDone() throws(CasesError) {
    try requireSuccess()
    if isMarkup { throw unreadable(WebPage.reason(response.body)) }
  }

  /// Accepts any answer that says "done" and does not take it back in its body.
  func requireConsent() throws(CasesError) {
    try requireDone()
    if let refusal = refusalInside { throw refusal }
  }

  /// The error for an answer that makes no sense, with what can be said about it in one line.
  func unreadable(_ reason: String) -> CasesError {
    var text = PrintableText.line(reason)
    let type = response.headers["Content-Type"].map { PrintableText.line($0, limit: 60) }
    text += "; \(response.body.count) bytes of \(type ?? "unknown type")"
    // The answer to a sign-in may hold a token, which must not be shown anywhere.
    if !response.body.isEmpty, operation != .signIn || isMarkup {
      text += " beginning “\(PrintableText.beginning(of: response.body))”"
    }
    return .unreadable(operation, status: response.status, text)
  }

  /// Whether the body is a web page, by its type or its first character.
  var isMarkup: Bool {
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") { return true }
    let beginning = response.body.prefix(256).drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
    return beginning.first == UInt8(ascii: "<")
  }

  /// Where the server sends the client, without the query, which may hold something secret.
  private var redirection: String {
    guard let target = response.headers["Location"] else { return "a redirection to nowhere" }
    return "a redirection to “\(target.prefix { $0 != "?" && $0 != "#" })” is not followed"
  }

  /// The refusal that some gateways put into an answer with a status of success.
  var refusalInside: CasesError? {
    // Most answers are spared to be read twice.
    guard Self.holds("\"problem", in: response.body) else { return nil }
    return RefusalBody.problem(inside: response.body)
      .map { .refused(operation, status: response.status, $0) }
  }

  /// Whether bytes hold a word ; the standard library's search costs as much as decoding.
  private static func holds(_ word: String, in bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: word[0]) {
      if rest[start...].starts(with: word) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  private static func explain(_ fault: JSONFault) -> String {
    switch fault {
    case .empty: "the answer is empty"
    case .endsEarly(let count): "the JSON ends too early, after \(count) bytes"
    case .unexpected(let place): "it is no JSON from byte \(place) on"
    case .tooDeep(let place):
      "its JSON lies more than \(JSONSyntax.deepest) levels deep at byte \(place)"
    }
  }

  private static func explain(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "“\(path(context.codingPath + [key]))” is missing"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is no JSON"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? context.debugDescription : "“\(path(context.codingPath))”: \(context.debugDescription)"
    @unknown default: "it cannot be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    var path = ""
    for key in keys {
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return path
  }
}
