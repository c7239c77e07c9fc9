import CaseWire
import CasesServer
import Testing

@Suite struct SampleDataTests {
  private static func everything(_ harness: Harness) -> [UInt8] {
    let cases = harness.send(.get, "/v1/cases").body
    let whole = (1...40).flatMap { harness.send(.get, "/v1/cases/\($0)").body }
    let events = (1...12).flatMap { harness.send(.get, "/v1/cases/\($0)/fileevent").body }
    return cases + whole + events
  }

  @Test func isTheSameOnEveryRun() throws {
    let (one, two) = (try Harness(sampleCases: 60), try Harness(sampleCases: 60))
    defer {
      one.remove()
      two.remove()
    }
    #expect(Self.everything(one) == Self.everything(two))
  }

  @Test func looksLikeRealWork() throws {
    let harness = try Harness(sampleCases: 240)
    defer { harness.remove() }
    let page = try WireJSON.decode(
      CasePage.self, from: harness.send(.get, "/v1/cases").body)
    let rows = page.cases
    func count(_ test: (CaseSummary) -> Bool) -> Int { rows.filter(test).count }
    #expect(rows.count == 240 && Set(rows.map(\.name)).count == 240)
    #expect(rows.allSatisfy { $0.name.unicodeScalars.count <= 50 && $0.updatedAt <= Harness.start })
    #expect(rows.allSatisfy { $0.createdAt <= $0.updatedAt })
    #expect((100...180).contains(count { $0.status == .open }))
    #expect((40...120).contains(count { $0.status == .closed }))
    #expect((4...30).contains(count { $0.status == .archived }))
    #expect((120...210).contains(count { $0.assignee != nil }))
    #expect(count { !$0.name.utf8.allSatisfy { $0 < 128 } } > 20)
    let events = rows.reduce(0) { total, row in
      let body = harness.send(.get, "/v1/cases/\(row.number)/fileevent").body
      let page = try? WireJSON.decode(FileEventPage.self, from: body)
      #expect(row.status != .archived || page?.events.isEmpty == true)
      return total + (page?.events.count ?? 0)
    }
    #expect((2_000...8_000).contains(events))
    let crowded = try WireJSON.decode(
      FileEventPage.self, from: harness.send(.get, "/v1/cases/7/fileevent").body)
    #expect(crowded.totalCount == 250 && rows[6].status == .open)
    #expect(Set(crowded.events.compactMap(\.riskSeverity)).count >= 4)
    #expect(
      crowded.events.allSatisfy { event in
        event.riskScore == event.riskIndicators.reduce(0) { $0 + ($1.weight ?? 0) }
      })
    #expect(crowded.events.contains { $0.filePath == nil })
    #expect(crowded.events.allSatisfy { $0.filePath?.hasSuffix("/") ?? true })
  }

  @Test func hasEventsToAdd() throws {
    let harness = try Harness(sampleCases: 7)
    defer { harness.remove() }
    let statuses = [0, SampleData.looseEventCount - 1].map { index in
      let id = PercentEncoding.encode(SampleData.looseEventID(index).rawValue)
      return harness.send(.post, "/v1/cases/7/fileevent/\(id)").status
    }
    #expect(statuses == [204, 204])
    let id = PercentEncoding.encode(SampleData.looseEventID(0).rawValue)
    let event = harness.json(harness.send(.get, "/v1/cases/7/fileevent/\(id)"))
    #expect(event["event"]?["id"]?.string == SampleData.looseEventID(0).rawValue)
    #expect(event["file"]?["url"] == .null)
    #expect(harness.send(.get, "/v1/cases/7/fileevent/export").status == 200)
  }

  @Test func leavesAStoreInUseAlone() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("mine")
    _ = harness.send(.delete, "/v1/cases/1")
    #expect(try SampleData.fill(harness.store, cases: 3, now: Harness.start) == false)
    #expect(harness.names("") == [])
  }

  @Test func signsInAsAnAnalyst() throws {
    let harness = try Harness(sampleCases: 1)
    defer { harness.remove() }
    #expect(try harness.service.issueToken(for: SampleData.username) != nil)
  }
}
