import CaseWire
import CasesAPI

/// What a log says about one request.
struct RequestLine {
  /// When the request ended.
  let time: Timestamp
  /// What was sent, with its token.
  let request: HTTPRequest
  /// What came of it.
  let outcome: Result<HTTPResponse, TransportError>
  /// How many bytes of its body are not in the answer, since they went to a file.
  var downloaded = 0
  /// How long it took.
  let duration: Duration
  /// How often it was sent by now, from 1.
  let attempt: Int

  /// Whether there is no answer, or one that refuses.
  var isFailure: Bool { (try? outcome.get()).map { $0.status >= 400 } ?? true }

  /// The line without its end.
  ///
  /// - Parameter withBodies: whether the query and the beginnings of both bodies are shown, which
  ///   hold what analysts wrote; those of a sign-in never are.
  /// - Returns: the line, without any control character.
  func text(withBodies: Bool) -> String {
    let operation = CasesOperation(of: request)
    let showsBodies = withBodies && operation != .signIn
    let target = showsBodies ? request.target : request.path
    var parts = [
      time.description, operation?.rawValue ?? "-", request.method.rawValue, shown(target),
    ]
    switch outcome {
    case .success(let response):
      parts += ["status=\(response.status)", "time=\(duration.milliseconds)ms"]
      parts += ["bytes=\(response.body.count + downloaded)", "try=\(attempt)"]
      parts.append("id=\(requestID(in: response) ?? "-")")
      if showsBodies {
        if !request.body.isEmpty { parts.append("sent=“\(beginning(of: request.body))”") }
        if isText(response) { parts.append("got=“\(beginning(of: response.body))”") }
      }
    case .failure(let error):
      parts += ["failed=\(error.kind.rawValue)", "time=\(duration.milliseconds)ms"]
      if downloaded > 0 { parts.append("bytes=\(downloaded)") }
      parts += ["try=\(attempt)", "reason=“\(shown(error.detail))”"]
      if showsBodies, !request.body.isEmpty {
        parts.append("sent=“\(beginning(of: request.body))”")
      }
    }
    return parts.joined(separator: " ")
  }

  private static let longest = 2_000

  /// By which name the server, or what stands before it, knows the request.
  private func requestID(in response: HTTPResponse) -> String? {
    ["X-Request-ID", "X-Amzn-RequestId", "X-Correlation-ID", "CF-Ray"].lazy
      .compactMap { response.headers[$0] }.first { !$0.isEmpty }
      .map { PrintableText.line(withoutSecret($0), limit: 64).replacing(" ", with: "_") }
  }

  private func isText(_ response: HTTPResponse) -> Bool {
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    return !response.body.isEmpty && (type.contains("json") || type.hasPrefix("text/"))
  }

  private func shown(_ text: String) -> String {
    PrintableText.line(withoutSecret(text), limit: Self.longest)
  }

  private func beginning(of bytes: [UInt8]) -> String {
    let part = bytes.prefix(4 * Self.longest)
    var text = withoutSecret(String(decoding: part, as: UTF8.self))
    // The end may be the beginning of a token that was cut.
    if part.count < bytes.count { text = String(text.dropLast(secret?.count ?? 0)) }
    return PrintableText.line(text, limit: Self.longest)
  }

  /// What follows the scheme in the field that proves who asks.
  private var secret: String? {
    request.headers["Authorization"]?.split(separator: " ").last.map(String.init)
  }

  /// Takes the token out, which a server may echo.
  private func withoutSecret(_ text: String) -> String {
    guard let secret, !secret.isEmpty else { return text }
    return text.replacing(secret, with: "[secret]")
  }
}
