import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Each operation at each stage where an error can arise: what is thrown names the operation, says
/// what happened, and what was sent is known.
@Suite struct OperationFaultTests {
  /// What goes wrong, what it becomes, and how many requests leave.
  struct Stage: CustomTestStringConvertible, Sendable {
    let what: String
    let answers: [Result<HTTPResponse, TransportError>]
    let error: String
    var sends = 1
    var answersOf: Set<Operation.Answer> = [.json, .looseJSON, .file, .nothing]
    var isAtSignIn = false
    var testDescription: String { what }
  }

  private static let token = Result<HTTPResponse, TransportError>.json(
    #"{"access_token": "t", "expires_in": 900}"#)
  private static let page = Result<HTTPResponse, TransportError>.success(
    HTTPResponse(
      status: 200, headers: ["Content-Type": "text/html"], body: Array("<html>Hello".utf8)))

  private static let stages = [
    Stage(
      what: "no way to the token", answers: [.failing(.notConnected)],
      error: "transport notConnected", isAtSignIn: true),
    Stage(
      what: "credentials refused", answers: [.status(401)], error: "unauthorized",
      isAtSignIn: true),
    Stage(
      what: "no token in the answer", answers: [.json("{}")],
      error: "unreadable 200: “access_token” is missing", isAtSignIn: true),
    Stage(
      what: "a portal before the token", answers: [page],
      error: "unreadable 200: a web page", isAtSignIn: true),
    Stage(
      what: "no connection", answers: [token, .failing(.notConnected)],
      error: "transport notConnected", sends: 2),
    Stage(
      what: "a certificate of somebody else", answers: [token, .failing(.untrusted)],
      error: "transport untrusted", sends: 2),
    Stage(
      what: "a cut answer", answers: [token, .failing(.interrupted)],
      error: "transport interrupted", sends: 2),
    Stage(
      what: "no answer in time", answers: [token, .failing(.timedOut)],
      error: "transport timedOut", sends: 2),
    Stage(
      what: "an answer without end", answers: [token, .failing(.tooLarge)],
      error: "transport tooLarge", sends: 2),
    Stage(
      what: "a refusal with its word",
      answers: [token, .json(#"{"problem": "ODD", "description": "d"}"#, status: 400)],
      error: "refused 400: ODD", sends: 2),
    Stage(
      what: "no permission", answers: [token, .status(403)], error: "refused 403: -", sends: 2),
    Stage(what: "nothing there", answers: [token, .status(404)], error: "not found", sends: 2),
    Stage(
      what: "a token that is never accepted",
      answers: [token, .status(401), token, .status(401)], error: "unauthorized", sends: 4),
    Stage(
      what: "a renewal that fails", answers: [token, .status(401), .failing(.timedOut)],
      error: "transport timedOut", sends: 3, isAtSignIn: true),
    Stage(
      what: "a limit of requests", answers: [token, .status(429)], error: "refused 429: -",
      sends: 2),
    Stage(
      what: "a server in trouble", answers: [token, .status(500)], error: "refused 500: -",
      sends: 2),
    Stage(
      what: "a redirection elsewhere",
      answers: [
        token, .success(HTTPResponse(status: 302, headers: ["Location": "https://evil.example"])),
      ],
      error: "unreadable 302: a redirection to “https://evil.example” is not followed", sends: 2),
    Stage(
      what: "the page of a portal", answers: [token, page], error: "unreadable 200: a web page",
      sends: 2),
    Stage(
      what: "an empty answer", answers: [token, .status(200)], error: "unreadable 200: the ",
      sends: 2, answersOf: [.json, .looseJSON, .file]),
    Stage(
      what: "cut JSON", answers: [token, .json(#"{"cases": ["#)],
      error: "unreadable 200: the JSON ends too early, after 11 bytes", sends: 2,
      answersOf: [.json, .looseJSON]),
    Stage(
      what: "JSON of another kind", answers: [token, .json(#"{"name": 7, "userId": true}"#)],
      error: "unreadable 200: “", sends: 2, answersOf: [.json]),
    Stage(
      what: "a refusal inside",
      answers: [token, .json(#"{"problem": "ODD", "fileEvents": [], "description": null}"#)],
      error: "refused 200: ODD", sends: 2, answersOf: [.json, .looseJSON, .file]),
  ]

  @Test(arguments: Operation.all, stages)
  func theErrorNamesTheOperationAndTheStage(operation: Operation, stage: Stage) async throws {
    guard stage.answersOf.contains(operation.answer) else { return }
    let left = FakeTransport(list: stage.answers)
    let client = CasesClient(over: left, as: .apiClient(id: "key", secret: "53cr37"))
    let error = try await #require(throws: CasesError.self) { try await operation.call(client) }
    #expect(DownloadTests.told(error).hasPrefix(stage.error), "\(error)")
    #expect(error.operation == (stage.isAtSignIn ? .signIn : operation.operation))
    #expect(left.requests.count == stage.sends && !"\(error)".contains("53cr37"))
  }
}
