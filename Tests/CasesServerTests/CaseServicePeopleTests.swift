import CaseWire
import CasesServer
import Testing

/// Whom a name that is being typed may mean.
@Suite struct CaseServicePeopleTests {
  private static let names = [
    "anna@example.com", "Ánna@example.org", "annabel@example.com", "ben@example.com",
    "100%@example.com", "100_@example.com",
  ]

  @Test(
    arguments: [
      ("", ["100%", "100_", "admin", "anna", "annabel", "\u{C1}nna", "ben"]),
      ("nameStartsWith=ANNA", ["anna", "annabel"]),
      ("nameStartsWith=%C3%A1", ["\u{C1}nna"]), ("nameStartsWith=a%CC%81", ["\u{C1}nna"]),
      ("nameStartsWith=anna%40", ["anna"]), ("nameStartsWith=100%25", ["100%"]),
      ("nameStartsWith=100_", ["100_"]), ("nameStartsWith=nna", []),
      ("nameEndsWith=.ORG", ["\u{C1}nna"]), ("nameStartsWith=anna&nameEndsWith=bel", []),
      ("nameStartsWith=ann&nameEndsWith=l%40example.com", ["annabel"]),
      ("nameStartsWith=anna&active=True", ["anna", "annabel"]),
      ("nameStartsWith=anna&active=false", []),
      ("page=2&pageSize=3", ["anna", "annabel", "\u{C1}nna"]), ("page=4&pageSize=3", []),
      ("nameEndsWith=a-name-that-is-longer-than-any-other-one-in-the-list@example.com", []),
    ])
  func actorsAreFoundByTheEndsOfTheirNames(_ query: String, _ wanted: [String]) throws {
    let harness = try Harness()
    defer { harness.remove() }
    for name in Self.names { _ = try harness.service.addUser(name) }
    let answer = harness.send(.get, "/v1/actors/actor/search", query: query)
    let page = try WireJSON.decode(ActorPage.self, from: answer.body)
    #expect(page.actors.map { String($0.name.prefix { $0 != "@" }) } == wanted)
  }

  /// What an actor is called must be what a case can have as its subject.
  @Test func anActorIsTheUserOfTheSameName() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let user = try harness.service.addUser("a\"b@example.com")
    let answer = harness.send(.get, "/v1/actors/actor/search", query: "nameStartsWith=a%22")
    #expect(
      String(decoding: answer.body, as: UTF8.self) == """
        {"actors":[{"actorId":"\(user.userUid)","name":"a\\"b@example.com","active":true,\
        "parentActorId":null}]}
        """)
  }
}
