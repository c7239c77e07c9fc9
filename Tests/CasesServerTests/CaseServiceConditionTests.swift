import CaseWire
import CasesServer
import Testing

/// Changes that are made to one state of a case only (RFC 9110, § 13.1.1).
@Suite struct CaseServiceConditionTests {
  private func put(
    _ harness: Harness, _ body: String, ifMatch tags: String...
  ) -> HTTPResponse {
    var headers: HTTPHeaders = ["Authorization": "Bearer \(harness.token)"]
    for tag in tags { headers.append("if-match", tag) }
    return harness.service.respond(
      to: HTTPRequest(.put, "/v1/cases/1", headers: headers, body: Array(body.utf8)))
  }

  @Test func everyAnswerAboutOneCaseBearsTheTagOfItsState() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("e")])
    func tag(_ response: HTTPResponse) -> String { response.headers["ETag"] ?? "none" }
    func shown() -> String { tag(harness.send(.get, "/v1/cases/1")) }
    let made = tag(harness.send(.post, "/v1/cases", body: #"{"name":"one"}"#))
    var tags = [made, shown()]
    tags.append(tag(put(harness, #"{"name":"one"}"#)))
    #expect(Set(tags) == ["\"1-1603811765369203\""])
    tags = [made, tag(put(harness, #"{"name":"two"}"#))]
    _ = harness.send(.post, "/v1/cases/1/fileevent/e")
    tags.append(shown())
    tags.append(tag(put(harness, #"{"name":"two","status":"CLOSED"}"#)))
    #expect(Set(tags).count == 4 && tags.last == shown())
    #expect(tag(harness.send(.get, "/v1/cases")) == "none")
    #expect(tag(put(harness, #"{"name":"three"}"#)) == "none")
  }

  @Test(arguments: [
    ["TAG"], ["\"0\", TAG"], ["\"0\"", "TAG"], ["*"], [" TAG ,"],
  ])
  func aChangeOfTheStateThatWasSeenIsMade(tags: [String]) throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    let tag = harness.send(.get, "/v1/cases/1").headers["ETag"] ?? ""
    var headers: HTTPHeaders = ["Authorization": "Bearer \(harness.token)"]
    for text in tags { headers.append("If-Match", text.replacing("TAG", with: tag)) }
    let answer = harness.service.respond(
      to: HTTPRequest(
        .put, "/v1/cases/1", headers: headers, body: Array(#"{"name":"two"}"#.utf8)))
    #expect(answer.status == 200 && harness.names("") == ["two"])
  }

  @Test(arguments: ["\"0\"", "W/TAG", "TAG-gzip", "", "1-1603811765369203", "\"*\""])
  func aChangeOfAnotherStateChangesNothing(condition: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    let before = harness.send(.get, "/v1/cases/1")
    let tag = before.headers["ETag"] ?? ""
    harness.advance(seconds: 5)
    for body in [#"{"name":"two"}"#, #"{"name":"one"}"#, #"{"name":"","status":"CLOSED"}"#] {
      let answer = put(harness, body, ifMatch: condition.replacing("TAG", with: tag))
      let expected = body.contains(#""name":"""#) ? "400 NAME_EMPTY" : "412 CASE_HAS_CHANGED"
      #expect(harness.refusal(answer) == expected)
    }
    #expect(harness.send(.get, "/v1/cases/1").body == before.body)
  }

  @Test func aSettledOrMissingCaseIsToldBeforeTheCondition() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let missing = put(harness, #"{"name":"x"}"#, ifMatch: "*")
    _ = harness.make("one")
    _ = put(harness, #"{"name":"one","status":"CLOSED"}"#)
    let settled = put(harness, #"{"name":"x"}"#, ifMatch: "\"0\"")
    #expect(
      [harness.refusal(missing), harness.refusal(settled)]
        == ["404 NO_SUCH_CASE", "400 NO_EDITS_ONCE_CLOSED"])
  }
}
