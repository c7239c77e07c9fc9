import CaseWire
import CasesServer
import Testing

/// Filters, orders and pages of the list (Cases API contract, § 1.1 and § 8).
@Suite struct CaseServiceListTests {
  private static let names = [
    "50% off", "a_b", "aXb", "back\\\\slash", "it's", "ÜBERGABE", "cafe\\u0301",
  ]

  @Test(
    arguments: [
      ("_", ["a_b"]), ("%25", ["50% off"]), ("%5C", ["back\\slash"]), ("'", ["it's"]),
      ("a_b", ["a_b"]), ("50%25", ["50% off"]), ("*", []),
      ("A", ["a_b", "aXb", "back\\slash", "ÜBERGABE", "cafe\u{301}"]),
      ("%C3%BCber", ["ÜBERGABE"]), ("u%CC%88ber", ["ÜBERGABE"]), ("caf%C3%A9", ["cafe\u{301}"]),
      ("off", ["50% off"]),
      ("", ["50% off", "a_b", "aXb", "back\\slash", "it's", "ÜBERGABE", "cafe\u{301}"]),
    ])
  func findsPartsOfNames(_ part: String, _ wanted: [String]) throws {
    let harness = try Harness()
    defer { harness.remove() }
    for name in Self.names { _ = harness.make(name) }
    let page = harness.json(harness.send(.get, "/v1/cases", query: "name=\(part)"))
    #expect(page["cases"]?.array.compactMap { $0["name"]?.string } == wanted)
    #expect(page["totalCount"] == .integer(Int64(wanted.count)))
  }

  @Test func sortsByEveryKey() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let (ann, bob) = (UserUID("100000000000000001"), UserUID("100000000000000002"))
    _ = try harness.store.addUser(User(userId: ann, username: "Ann"), at: Harness.start)
    _ = try harness.store.addUser(User(userId: bob, username: "bob"), at: Harness.start)
    for (name, more) in [
      ("b", #","assignee":"\#(bob)""#), ("C", ""), ("a", #","assignee":\#(ann),"subject":\#(bob)"#),
      ("ä", #","assignee":"\#(bob)""#),
    ] {
      harness.advance(seconds: 1)
      _ = harness.make(name, more)
    }
    harness.advance(seconds: 1)
    _ = harness.send(.put, "/v1/cases/2", body: #"{"name":"C","status":"ARCHIVED"}"#)
    func order(_ query: String) -> String { harness.names(query).joined() }
    let orders = [
      "number", "name", "status", "createdAt", "updatedAt", "assigneeUsername",
      "subjectUsername", "archivalTime",
    ].map { [$0, order("srtKey=\($0)"), order("srtKey=\($0)&srtDir=desc")] }
    #expect(
      orders == [
        ["number", "bCaä", "äaCb"], ["name", "aäbC", "Cbäa"], ["status", "Cbaä", "baäC"],
        ["createdAt", "bCaä", "äaCb"], ["updatedAt", "baäC", "Cäab"],
        ["assigneeUsername", "abäC", "Cbäa"], ["subjectUsername", "abCä", "bCäa"],
        ["archivalTime", "Cbaä", "baäC"],
      ])
    #expect(order("srtKey=status&srtKey=name&srtDir=asc&srtDir=desc") == "Cbäa")
    #expect(order("srtKey=assigneeUsername&srtKey=number&srtDir=desc&srtDir=desc") == "Cäba")
  }

  @Test func filtersByPeopleStatesAndTimes() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let ann = UserUID("100000000000000001")
    _ = try harness.store.addUser(User(userId: ann, username: "Ann"), at: Harness.start)
    _ = harness.make("a", #","assignee":\#(ann)"#)
    harness.advance(seconds: 1)
    _ = harness.make("b", #","subject":\#(ann)"#)
    harness.advance(seconds: 1)
    _ = harness.send(
      .put, "/v1/cases/1", body: #"{"name":"a","assignee":"\#(ann)","status":"CLOSED"}"#)
    let me = try harness.store.users(
      named: "admin@example.com", page: PageRequest(number: 1, size: 1))
    let uid = try #require(me.users.first?.user.userId)
    let found = [
      "assignee=\(ann)", "subject=\(ann)", "isAssigned=TRUE", "isAssigned=false", "status=CLOSED",
      "status=OPEN&status=CLOSED", "status=ARCHIVED", "lastModifiedBy=\(uid)", "assignee=1",
      "createdAt=2020-10-27T15:16:05.369203Z/2020-10-27T15:16:05.369203Z",
      "createdAt=2020-10-27T15:16:05.369204Z/2021-01-01T00:00:00Z",
      "updatedAt=2020-10-27T17:16:07.369203%2B02:00/2020-10-27T15:16:07.3692039Z",
      "status=CLOSED&isAssigned=true&name=A&srtKey=updatedAt&srtDir=desc",
    ].map { harness.names($0).joined() }
    #expect(
      found == ["a", "b", "a", "b", "a", "ab", "", "ab", "", "a", "b", "a", "a"])
  }

  /// Pages must neither overlap nor leave gaps, whichever way they are reached.
  @Test(
    arguments: [
      "", "srtKey=name", "srtKey=status&srtDir=desc", "srtKey=assigneeUsername&srtDir=desc",
      "srtKey=subjectUsername&srtKey=status&srtDir=asc&srtDir=desc", "name=e&srtKey=updatedAt",
      "status=OPEN&status=CLOSED&srtKey=assigneeUsername", "isAssigned=false&srtKey=createdAt",
      "srtKey=archivalTime&srtDir=desc",
    ])
  func cutsListsIntoPages(_ query: String) throws {
    let harness = try Harness(sampleCases: 240)
    defer { harness.remove() }
    let all = harness.names(query)
    let pages = (all.count + 12) / 13
    func page(_ number: Int) -> [String] { harness.names(query + "&pgSize=13&pgNum=\(number)") }
    let backwards = (1...pages + 1).reversed().map(page).reversed().flatMap { $0 }
    let forwards = (1...pages + 1).map(page).flatMap { $0 }
    #expect(all.count > 60 && Set(all).count == all.count)
    #expect(backwards == all)
    #expect(forwards == all)
    // A write makes kept beginnings of pages void.
    _ = harness.send(.delete, "/v1/cases/1")
    let after = harness.names(query)
    #expect((1...pages).map(page).flatMap { $0 } == after)
  }

  @Test func tellsTheTotalBehindTheLastPage() throws {
    let harness = try Harness(sampleCases: 10)
    defer { harness.remove() }
    let page = harness.send(.get, "/v1/cases", query: "pgNum=9&pgSize=10")
    #expect(String(decoding: page.body, as: UTF8.self) == #"{"cases":[],"totalCount":10}"#)
  }
}
