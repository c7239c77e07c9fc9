import CaseWire
import CasesServer
import Testing

@Suite struct CaseServiceChangeTests {
  /// Readers that ask for what changed since an instant must miss nothing.
  @Test func stampsEveryChangeLaterThanTheOneBefore() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("e"), try Harness.event("f")])
    let other = try #require(
      try harness.service.issueToken(for: harness.service.addUser("b@example.com").username))
    _ = harness.make("one")
    var stamps: [String] = []
    func note() throws {
      let item = harness.json(harness.send(.get, "/v1/cases/1"))
      let row = harness.json(harness.send(.get, "/v1/cases"))["cases"]?.array.first
      for field in ["updatedAt", "lastModifiedByUsername", "lastModifiedByUserUid"] {
        #expect(item[field] == row?[field])
      }
      stamps.append(
        "\(item["updatedAt"]?.string ?? "") \(item["lastModifiedByUsername"]?.string ?? "")")
    }
    try note()
    let steps: [(HTTPMethod, String, String)] = [
      (.put, "/v1/cases/1", #"{"name":"two"}"#), (.post, "/v1/cases/1/fileevent/e", ""),
      (.post, "/v1/cases/1/fileevent", #"{"events":["e","f","f"]}"#),
      (.delete, "/v1/cases/1/fileevent/e", ""),
      (.put, "/v1/cases/1", #"{"name":"two","status":"CLOSED"}"#),
      // No change: a refusal, an event that is there, what is there already.
      (.put, "/v1/cases/1", #"{"name":"three"}"#), (.post, "/v1/cases/1/fileevent/e", ""),
    ]
    for (method, path, body) in steps {
      _ = harness.send(method, path, body: body, token: other)
      try note()
    }
    let times = stamps.map { String($0.prefix(27)) }
    #expect(
      times == [3, 4, 5, 6, 7, 8, 8, 8].map { "2020-10-27T15:16:05.36920\($0)Z" })
    #expect(stamps.dropFirst().allSatisfy { $0.hasSuffix(" b@example.com") })
  }

  @Test func leavesAnUnchangedCaseAsItIs() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    let before = harness.send(.get, "/v1/cases/1").body
    harness.advance(seconds: 5)
    #expect(harness.send(.put, "/v1/cases/1", body: #"{"name":" one "}"#).body == before)
  }

  @Test func clearsWhatIsNotSent() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one", #","description":"d","findings":"f""#)
    let answer = harness.json(harness.send(.put, "/v1/cases/1", body: #"{"name":"one"}"#))
    #expect(answer["description"] == .null && answer["findings"] == .null)
    #expect(answer["status"] == .string("OPEN"))
  }

  @Test func neverGivesANumberTwice() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let numbers = [harness.make("a"), harness.make("b")]
    _ = harness.send(.delete, "/v1/cases/2")
    let store = try SQLiteCaseStore(folder: harness.folder)
    let user = User(userId: UserUID("1"), username: "u")
    _ = try store.addUser(user, at: Harness.start)
    let next = try store.createCase(
      CaseContent(name: "b"), ChangeStamp(user: user, time: Harness.start))
    #expect(numbers + [next.number.rawValue] == [1, 2, 3])
  }

  @Test func archivingDestroysEventsOfThatCaseAlone() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("mine"), try Harness.event("shared")])
    for number in 1...3 { _ = harness.make("case \(number)") }
    _ = harness.send(.post, "/v1/cases/1/fileevent", body: #"{"events":["mine","shared"]}"#)
    _ = harness.send(.post, "/v1/cases/2/fileevent/shared")
    let archived = harness.send(
      .put, "/v1/cases/1", body: #"{"name":"case 1","status":"ARCHIVED"}"#)
    #expect(harness.json(archived)["archivalTime"] == harness.json(archived)["updatedAt"])
    let answers = [
      String(decoding: harness.send(.get, "/v1/cases/1/fileevent").body, as: UTF8.self),
      harness.refusal(harness.send(.get, "/v1/cases/1/fileevent/shared")),
      harness.refusal(harness.send(.get, "/v1/cases/2/fileevent/shared")),
      harness.refusal(harness.send(.post, "/v1/cases/3/fileevent/mine")),
      harness.refusal(harness.send(.post, "/v1/cases/3/fileevent/shared")),
    ]
    #expect(
      answers == [
        #"{"events":[],"totalCount":0}"#, "404 NO_SUCH_EVENT", "200 -", "400 NO_SUCH_EVENT",
        "204 -",
      ])
  }
}
