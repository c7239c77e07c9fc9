import CaseWire
import CasesServer
import FoundationEssentials
import Testing

/// Every refusal of the contract by its status and word.
@Suite struct CaseServiceRefusalTests {
  private static let long = String(repeating: "x", count: 51)

  @Test(
    arguments: [
      (#"{}"#, "400 NAME_EMPTY"), (#"{"name":null}"#, "400 NAME_EMPTY"),
      (#"{"name":" \t "}"#, "400 NAME_EMPTY"), (#"{"name":"\#(long)"}"#, "400 NAME_TOO_LONG"),
      (#"{"name":"taken"}"#, "400 NAME_EXISTS"), (#"{"name":" taken "}"#, "400 NAME_EXISTS"),
      (#"{"name":"Taken"}"#, "200 -"), (#"{"name":"cafe\u0301"}"#, "400 NAME_EXISTS"),
      (#"{"name":"  \#(long.dropLast())  "}"#, "200 -"),
      (#"{"name":"a","subject":"1"}"#, "400 INVALID_USER"),
      (#"{"name":"a","assignee":5}"#, "400 INVALID_USER"),
      (#"{"name":"a","assignee":" "}"#, "200 -"), (#"{"name":"a","subject":""}"#, "200 -"),
      (#"{"name":"a","subject":1.5}"#, "400 INVALID_BODY"),
      (#"{"name":"a","subject":4.2e17}"#, "400 INVALID_BODY"),
      (#"{"name":"a","subject":true}"#, "400 INVALID_BODY"),
      (#"{"name":"a","findings":"\u0007"}"#, "400 INVALID_CHAR_IN_REQUEST"),
      (#"{"name":"a","findings":"a\tb\r\nc"}"#, "200 -"),
      (#"{"name":"a","description":"\udc00"}"#, "400 INVALID_CHAR_IN_REQUEST"),
      (#"{"name":"a","unknown":{"x":[1]}}"#, "200 -"),
    ])
  func judgesBodies(_ body: String, _ wanted: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("taken")
    _ = harness.make("caf\u{E9}")
    let created = harness.refusal(harness.send(.post, "/v1/cases", body: body))
    #expect(created == wanted)
    // A PUT is judged alike, but that its own name is free to it.
    let other = harness.make("other")
    #expect(
      harness.refusal(harness.send(.put, "/v1/cases/\(other)", body: body)) == wanted
        || wanted == "200 -")
  }

  @Test(arguments: [("description", 250, "DESCRIPTION"), ("findings", 30_000, "FINDINGS")])
  func countsScalars(_ field: String, _ limit: Int, _ word: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    let text = String(repeating: "\u{1F600}", count: limit)
    let fits = harness.send(.post, "/v1/cases", body: #"{"name":"a","\#(field)":"\#(text)"}"#)
    #expect(harness.json(fits)[field]?.string == text)
    let over = harness.send(.post, "/v1/cases", body: #"{"name":"b","\#(field)":"\#(text)x"}"#)
    #expect(harness.refusal(over) == "400 \(word)_TOO_LONG")
  }

  @Test(
    arguments: [
      ("pgNum=0", "400 INVALID_PAGE_NUMBER"), ("pgNum=x", "400 INVALID_PAGE_NUMBER"),
      ("pgNum=", "400 INVALID_PAGE_NUMBER"), ("pgNum=-1", "400 INVALID_PAGE_NUMBER"),
      ("pgNum=99999999999999999999", "400 INVALID_PAGE_NUMBER"),
      ("pgNum=9223372036854775807&pgSize=2147483647", "200 -"),
      ("pgSize=0", "400 INVALID_PAGE_SIZE"), ("pgSize=2147483648", "400 INVALID_PAGE_SIZE"),
      ("pgSize=2147483647", "200 -"), ("status=open", "400 INVALID_STATUS"),
      ("status=OPEN&status=CLOSED", "200 -"), ("status=", "400 INVALID_STATUS"),
      ("srtKey=size", "400 INVALID_SORT_KEY"), ("srtDir=up", "400 INVALID_SORT_DIRECTION"),
      ("srtDir=DESC&srtKey=name", "200 -"), ("isAssigned=True", "200 -"),
      ("isAssigned=1", "400 INVALID_IS_ASSIGNED"),
      ("createdAt=2020-01-01T00%3A00%3A00Z", "400 INVALID_TIME_INTERVAL"),
      ("createdAt=2020-01-02T00:00:00Z/2020-01-01T00:00:00Z", "400 INVALID_TIME_INTERVAL"),
      ("updatedAt=2020-01-01T00:00:00Z/2020-01-01T00:00:00.123456789Z", "200 -"),
      ("name=%ff", "400 INVALID_REQUEST"), ("name=%4", "400 INVALID_REQUEST"),
      ("archiveId=7&whatever", "200 -"),
    ])
  func judgesQueries(_ query: String, _ wanted: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    #expect(harness.refusal(harness.send(.get, "/v1/cases", query: query)) == wanted)
  }

  @Test(
    arguments: [
      ("page=0", "400 INVALID_PAGE_NUMBER"), ("pageSize=501", "400 INVALID_PAGE_SIZE"),
      ("pageSize=500&page=9223372036854775807", "200 -"), ("active=1", "400 INVALID_ACTIVE"),
      ("active=", "200 -"), ("nameStartsWith=%ff", "400 INVALID_REQUEST"),
    ])
  func judgesQueriesForActors(_ query: String, _ wanted: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    #expect(
      harness.refusal(harness.send(.get, "/v1/actors/actor/search", query: query)) == wanted)
  }

  @Test(
    arguments: [
      (HTTPMethod.get, "/v1/cases/9", "404 NO_SUCH_CASE"),
      (.put, "/v1/cases/9", "404 NO_SUCH_CASE"), (.delete, "/v1/cases/9", "404 NO_SUCH_CASE"),
      (.get, "/v1/cases/9/export", "404 NO_SUCH_CASE"),
      (.get, "/v1/cases/9/fileevent", "404 NO_SUCH_CASE"),
      (.get, "/v1/cases/9/fileevent/export", "404 NO_SUCH_CASE"),
      (.get, "/v1/cases/9/fileevent/e", "404 NO_SUCH_EVENT"),
      (.delete, "/v1/cases/9/fileevent/e", "404 NO_SUCH_CASE"),
      (.post, "/v1/cases/9/fileevent/e", "400 NO_SUCH_CASE"),
      (.post, "/v1/cases/9/fileevent", "400 NO_SUCH_CASE"),
      (.delete, "/v1/cases/1/fileevent/e", "404 NO_SUCH_EVENT"),
      (.post, "/v1/cases/1/fileevent/e", "400 NO_SUCH_EVENT"),
      (.get, "/v1/users/1", "404 NO_SUCH_USER"), (.get, "/v1/cases/01", "404 NOT_FOUND"),
      (.get, "/v1/cases/+1", "404 NOT_FOUND"), (.get, "/v1/cases/0", "404 NOT_FOUND"),
      (.get, "/v1/cases/1/", "404 NOT_FOUND"), (.get, "/v2/cases", "404 NOT_FOUND"),
      (.get, "/", "404 NOT_FOUND"), (.get, "/v1/cases/1/fileevent/%zz", "404 NOT_FOUND"),
      (.get, "/v1/oauth", "405 METHOD_NOT_ALLOWED"),
      (.delete, "/v1/cases", "405 METHOD_NOT_ALLOWED"),
      (.put, "/v1/cases/1/fileevent", "405 METHOD_NOT_ALLOWED"),
      (.post, "/v1/cases/1/export", "405 METHOD_NOT_ALLOWED"),
    ])
  func judgesPaths(_ method: HTTPMethod, _ path: String, _ wanted: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    let body = path.hasSuffix("fileevent") ? #"{"events":["e"]}"# : #"{"name":"x"}"#
    #expect(harness.refusal(harness.send(method, path, body: body)) == wanted)
  }

  @Test(arguments: ["{\"events\":\"e\"}", "{}", "{\"events\":[1]}", "{\"events\":[\"\"]}", "[]"])
  func wantsAListOfEvents(_ body: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    #expect(
      harness.refusal(harness.send(.post, "/v1/cases/1/fileevent", body: body))
        == "400 INVALID_BODY")
  }

  @Test func keepsSettledCases() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("e"), try Harness.event("f")])
    _ = harness.make("one")
    _ = harness.send(.post, "/v1/cases/1/fileevent/e")
    func put(_ body: String) -> String {
      harness.refusal(harness.send(.put, "/v1/cases/1", body: body))
    }
    let refusals = [
      put(#"{"name":"one","status":"closed"}"#), put(#"{"name":"one","status":"CLOSED"}"#),
      put(#"{"name":"one","status":"CLOSED"}"#), put(#"{"name":"one"}"#),
      put(#"{"name":"two","status":"ARCHIVED"}"#), put(#"{"name":"one","status":"OPEN"}"#),
      harness.refusal(harness.send(.post, "/v1/cases/1/fileevent/f")),
      harness.refusal(
        harness.send(.post, "/v1/cases/1/fileevent", body: #"{"events":["f"]}"#)),
      harness.refusal(harness.send(.delete, "/v1/cases/1/fileevent/e")),
      put(#"{"name":"one","status":"ARCHIVED"}"#), put(#"{"name":"one","status":"ARCHIVED"}"#),
      harness.refusal(harness.send(.delete, "/v1/cases/1")),
      harness.refusal(harness.send(.get, "/v1/cases/1")),
    ]
    #expect(
      refusals == [
        "400 INVALID_STATUS", "200 -", "400 NO_EDITS_ONCE_CLOSED", "400 NO_EDITS_ONCE_CLOSED",
        "400 NO_EDITS_ONCE_CLOSED", "400 NO_EDITS_ONCE_CLOSED", "400 CASE_IS_CLOSED",
        "400 CASE_IS_CLOSED", "400 CASE_IS_CLOSED", "200 -", "400 NO_EDITS_ONCE_ARCHIVED",
        "204 -", "404 NO_SUCH_CASE",
      ])
  }

  /// A body of the public reports, with what must come of it.
  struct BadBody: Codable, CustomTestStringConvertible {
    let what: String
    let base64: String
    let expect: String
    var testDescription: String { what }
  }

  @Test func answersBadBodiesWithoutFailing() throws {
    let path =
      try #require(
        URL(string: #filePath)?.deletingLastPathComponent().path) + "/Resources/bad-bodies.json"
    let bodies = try WireJSON.decode(
      [BadBody].self, from: [UInt8](try Data(contentsOf: URL(filePath: path))))
    for body in bodies {
      let harness = try Harness()
      defer { harness.remove() }
      _ = harness.make("one")
      let before = harness.send(.get, "/v1/cases/1").body
      let bytes = [UInt8](try #require(Data(base64Encoded: body.base64)))
      let headers: HTTPHeaders = ["Authorization": "Bearer \(harness.token)"]
      let answers = [(HTTPMethod.post, "/v1/cases"), (.put, "/v1/cases/1")].map { method, path in
        harness.service.respond(
          to: HTTPRequest(method, path, headers: headers, body: bytes)
        ).status
      }
      // This server refuses all of them but the byte order mark.
      let accepted = body.what == "byte order mark first"
      #expect(answers == (accepted ? [200, 400] : [400, 400]), "\(body.what)")
      #expect(harness.send(.get, "/v1/cases/1").body == before, "\(body.what)")
    }
    #expect(bodies.count == 11)
  }
}
