import CaseWire
import CasesAPI
import TestSupport
import Testing

@testable import CasesHTTP

/// Trial T035: which redirections are followed.
@Suite struct RedirectionTests {
  private static let base = "https://api.example.com/base"

  private func next(_ method: HTTPMethod, _ status: Int, _ location: String?) throws -> String? {
    let server = try ServerAddress(Self.base)
    var response = HTTPResponse(status: status)
    response.headers["Location"] = location
    let request = HTTPRequest(method, "/v1/cases", query: "a=b", headers: ["Authorization": "t"])
    let next = Redirection.next(after: request, response, at: server)
    #expect(next == nil || next?.headers == request.headers && next?.method == .get)
    return next?.target
  }

  @Test(arguments: [
    ("/base/v2/cases?x=y", "/v2/cases?x=y"), ("/base/v1/cases/#top", "/v1/cases/"),
    ("https://api.example.com/base/v2", "/v2"), ("https://API.example.com:443/base/v2", "/v2"),
    ("/base/v1/cases", "/v1/cases"),
  ])
  func t035ReadsAreFollowedAtTheSameServer(location: String, target: String) throws {
    for status in [301, 302, 303, 307, 308] {
      #expect(try next(.get, status, location) == target)
    }
  }

  @Test(arguments: [
    nil, "", "//evil.example/base/v1", "https://evil.example/base/v1", "/elsewhere", "/base", "v2",
    "http://api.example.com/base/v1", "https://api.example.com:8443/base/v1",
    "https://api.example.com.evil.example/base/v1", "https://api.example.com@evil.example/base/v1",
    "https://me@api.example.com/base/v1", "/base/../admin", "/base/%2E%2e/admin", "/base/v1 x",
    "/base/v1\u{E9}", "\\\\evil.example\\base", "javascript:/base/v1", "/base/v1/cases?a=b",
  ])
  func t035OthersAreNot(location: String?) throws {
    #expect(try next(.get, 302, location) == nil)
  }

  @Test(arguments: [HTTPMethod.post, .put, .delete])
  func t035AChangeNeverBecomesARead(method: HTTPMethod) throws {
    #expect(try next(method, 307, "/base/v2/cases") == nil)
  }

  @Test func anAnswerThatIsNoRedirectionIsTaken() throws {
    #expect(try next(.get, 200, "/base/v2") == nil)
    #expect(try next(.get, 304, "/base/v2") == nil)
  }

  @Test func t035AMovedCaseIsReadWithItsTokenAndALoopEnds() async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        switch request.split(separator: " ")[1] {
        case "/old": connection.answer("302 Found", headers: "Location: /new?a=b\r\n")
        case "/a": connection.answer("302 Found", headers: "Location: /b\r\n", body: "x")
        case "/b": connection.answer("302 Found", headers: "Location: /a\r\n", body: "x")
        default: connection.answer(body: "here")
        }
      }
    }
    let transport = try CurlTransport.to(server)
    let moved = try await transport.send(
      HTTPRequest(.get, "/old", headers: ["Authorization": "Bearer t"]))
    #expect(moved.body == Array("here".utf8))
    #expect(server.requests.count == 2)
    #expect(server.requests.last?.hasPrefix("GET /new?a=b HTTP/1.1\r\n") == true)
    #expect(server.requests.last?.contains("Authorization: Bearer t\r\n") == true)
    let looped = try await transport.send(HTTPRequest(.get, "/a"))
    #expect(looped.status == 302)
    #expect(server.requests.count == 2 + 1 + Redirection.most)
  }
}
