import CaseWire
import CasesServer
import FoundationEssentials
import Testing

@Suite struct CaseServiceEventTests {
  private static func ids(_ harness: Harness, _ query: String? = nil) -> [String] {
    harness.json(harness.send(.get, "/v1/cases/1/fileevent", query: query))["events"]?.array
      .compactMap { $0["eventId"]?.string } ?? []
  }

  @Test func ordersEventsByTimeThenIdentifier() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([
      try Harness.event("c", "2020-01-01T00:00:00Z"),
      try Harness.event("b", "2020-01-02T00:00:00Z"),
      try Harness.event("a", "2020-01-02T00:00:00Z"),
      try Harness.event("d", "2019-01-01T00:00:00Z"),
    ])
    _ = harness.make("one")
    let added = harness.send(
      .post, "/v1/cases/1/fileevent", body: #"{"events":["a","b","c","d","a"]}"#)
    #expect(added == HTTPResponse(status: 204))
    #expect(Self.ids(harness) == ["d", "c", "a", "b"])
    #expect(Self.ids(harness, "pgNum=2&pgSize=3") == ["b"])
    #expect(Self.ids(harness, "pgNum=3&pgSize=3") == [])
  }

  @Test func addsAllOrNothing() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("a"), try Harness.event("b")])
    _ = harness.make("one")
    let refused = harness.send(
      .post, "/v1/cases/1/fileevent", body: #"{"events":["a","x","b","y"]}"#)
    #expect(
      harness.json(refused)
        == .object(["problem": .string("NO_SUCH_EVENT"), "description": .string("x, y")]))
    #expect(Self.ids(harness) == [])
    _ = harness.send(.post, "/v1/cases/1/fileevent/a")
    let twice = harness.refusal(harness.send(.post, "/v1/cases/1/fileevent/a"))
    let bulk = harness.send(.post, "/v1/cases/1/fileevent", body: #"{"events":["b","a"]}"#).status
    #expect(twice == "400 CASE_ALREADY_HAS_EVENT" && bulk == 204)
    #expect(Self.ids(harness) == ["a", "b"])
  }

  @Test func holdsTenThousandEventsAndNoMore() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load(try (0...10_001).map { try Harness.event("e\($0)", row: "{}") })
    _ = harness.make("one")
    func add(_ range: Range<Int>) -> String {
      let ids = range.map { "\"e\($0)\"" }.joined(separator: ",")
      return harness.refusal(
        harness.send(.post, "/v1/cases/1/fileevent", body: "{\"events\":[\(ids)]}"))
    }
    let answers = [
      add(0..<10_001), add(1..<10_000), add(9_999..<10_002), add(0..<10_000),
      harness.refusal(harness.send(.post, "/v1/cases/1/fileevent/e10000")),
    ]
    #expect(
      answers == [
        "400 TOO_MANY_EVENTS", "204 -", "400 CASE_EVENT_LIMIT_REACHED", "204 -",
        "400 CASE_EVENT_LIMIT_REACHED",
      ])
    let list = harness.send(.get, "/v1/cases/1/fileevent", query: "pgSize=1")
    #expect(String(decoding: list.body, as: UTF8.self) == #"{"events":[{}],"totalCount":10000}"#)
  }

  /// Cells that spreadsheets run as formulas, and numbers that must stay numbers.
  struct Cells: Codable {
    let textCells: [String]
    enum CodingKeys: String, CodingKey { case textCells = "text_cells" }
  }

  @Test func writesHarmlessCSV() throws {
    let path =
      try #require(
        URL(string: #filePath)?.deletingLastPathComponent().path) + "/Resources/csv-cells.json"
    let cells = try WireJSON.decode(
      Cells.self, from: [UInt8](try Data(contentsOf: URL(filePath: path)))
    ).textCells
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load(
      try cells.enumerated().map { index, cell in
        let name = String(decoding: try WireJSON.encode(cell), as: UTF8.self)
        return try Harness.event(
          "e\(index)", row: #"{"eventId":"e\#(index)","fileName":\#(name),"riskScore":-5}"#,
          document: #"{"file":{"sizeInBytes":0,"name":\#(name)},"source":{"privateIp":["a","b"]}}"#)
      })
    _ = harness.make("one")
    for index in cells.indices { _ = harness.send(.post, "/v1/cases/1/fileevent/e\(index)") }
    let bytes = harness.send(.get, "/v1/cases/1/fileevent/export").body
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [13, 10])
    let rows = CSVReader.rows(String(decoding: bytes.dropFirst(3), as: UTF8.self))
    let titles = try #require(rows.first)
    let (name, score, size, address) = (
      titles.firstIndex(of: "Filename") ?? 0, titles.firstIndex(of: "Risk Score") ?? 0,
      titles.firstIndex(of: "File size (bytes)") ?? 0,
      titles.firstIndex(of: "IP address (private)") ?? 0
    )
    #expect(rows.allSatisfy { $0.count == titles.count })
    #expect(
      rows.dropFirst().map { [$0[name], $0[score], $0[size], $0[address]] }
        == cells.map { cell in
          let isFormula = "=+-@\t\r".unicodeScalars.contains(cell.unicodeScalars.first ?? " ")
          return [isFormula ? "'" + cell : cell, "-5", "0", "a,b"]
        })
  }
}
