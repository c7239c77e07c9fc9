import CaseWire
import CasesServer
import Testing

/// The requests of the vendor's guide, word for word, and its answers, field for field.
@Suite struct CaseServiceGuideTests {
  @Test func createsTheSampleCase() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let user = try #require(
      harness.json(harness.send(.get, "/v1/users"))["users"]?.array.first?["userId"]?.string)
    let response = harness.send(
      .post, "/v1/cases",
      body: """
        {
            "name": "Sample case name",
            "description": "Sample description",
            "findings": "Sample findings",
            "subject":  null,
            "assignee": null
        }
        """)
    #expect(response.status == 200)
    #expect(response.headers["Content-Type"] == "application/json")
    #expect(
      String(decoding: response.body, as: UTF8.self) == """
        {"number":1,"name":"Sample case name","createdAt":"2020-10-27T15:16:05.369203Z",\
        "updatedAt":"2020-10-27T15:16:05.369203Z","description":"Sample description",\
        "findings":"Sample findings","subject":null,"subjectUsername":null,"status":"OPEN",\
        "assignee":null,"assigneeUsername":null,"createdByUserUid":"\(user)",\
        "createdByUsername":"admin@example.com","lastModifiedByUserUid":"\(user)",\
        "lastModifiedByUsername":"admin@example.com"}
        """)
  }

  @Test func updatesWithBareNumbersAsIdentifiers() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let casey = User(userId: UserUID("421380797518239242"), username: "casey@example.com")
    let admin = User(userId: UserUID("273411254592236331"), username: "lead@example.com")
    _ = try harness.store.addUser(casey, at: Harness.start)
    _ = try harness.store.addUser(admin, at: Harness.start)
    #expect(harness.make("Sample case name") == 1)
    harness.advance(seconds: 260)
    let answer = harness.json(
      harness.send(
        .put, "/v1/cases/1",
        body: """
          {"name": "Updated name", "description": "Updated description",
           "findings": "Updated findings", "subject": 421380797518239242,
           "assignee": 273411254592236331, "status": "OPEN"}
          """))
    let wanted: [String: JSONValue] = [
      "number": .integer(1), "name": .string("Updated name"),
      "createdAt": .string("2020-10-27T15:16:05.369203Z"),
      "updatedAt": .string("2020-10-27T15:20:25.369203Z"),
      "description": .string("Updated description"), "findings": .string("Updated findings"),
      "subject": .string("421380797518239242"), "subjectUsername": .string("casey@example.com"),
      "status": .string("OPEN"), "assignee": .string("273411254592236331"),
      "assigneeUsername": .string("lead@example.com"),
      "createdByUserUid": answer["createdByUserUid"] ?? .null,
      "createdByUsername": .string("admin@example.com"),
      "lastModifiedByUserUid": answer["createdByUserUid"] ?? .null,
      "lastModifiedByUsername": .string("admin@example.com"),
    ]
    #expect(answer == .object(wanted))
    #expect(harness.json(harness.send(.get, "/v1/cases/1")) == .object(wanted))
  }

  @Test func listsTheOpenCases() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("Example Case")
    _ = harness.send(
      .put, "/v1/cases/\(harness.make("Over"))", body: #"{"name":"Over","status":"CLOSED"}"#)
    let page = harness.json(harness.send(.get, "/v1/cases", query: "status=OPEN"))
    let keys = [
      "number", "name", "createdAt", "updatedAt", "subject", "subjectUsername", "status",
      "assignee", "assigneeUsername", "createdByUserUid", "createdByUsername",
      "lastModifiedByUserUid", "lastModifiedByUsername",
    ]
    guard case .object(let row) = page["cases"]?.array.first else {
      Issue.record("no row in \(page)")
      return
    }
    #expect(row.keys.sorted() == keys.sorted())
    #expect(page["totalCount"] == .integer(1))
  }

  @Test func addsAndListsTheSampleEvent() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let id = "734430974935_09970279-be77-4cd1-ba08-19d958969832"
    let row = """
      {"eventId":"\(id)","eventTimestamp":"2020-10-26T18:56:04.661Z",\
      "exposure":["SharedToDomain","OutsideTrustedDomains"],"fileName":"Products.png",\
      "filePath":null}
      """
    try harness.load([try Harness.event(id, row: row)])
    _ = harness.make("Example Case")
    let added = harness.send(.post, "/v1/cases/1/fileevent/\(id)")
    #expect(added == HTTPResponse(status: 204))
    let list = harness.send(.get, "/v1/cases/1/fileevent")
    #expect(String(decoding: list.body, as: UTF8.self) == #"{"events":[\#(row)],"totalCount":1}"#)
  }

  @Test func namesTheExports() throws {
    let harness = try Harness(sampleCases: 1)
    defer { harness.remove() }
    let pdf = harness.send(.get, "/v1/cases/1/export")
    #expect(pdf.status == 200 && pdf.body.starts(with: Array("%PDF-".utf8)))
    #expect(pdf.headers["Content-Disposition"] == "attachment; filename=Case-1.pdf")
    #expect(pdf.headers["Content-Type"] == "application/pdf")
    let csv = harness.send(.get, "/v1/cases/1/fileevent/export")
    #expect(csv.status == 200)
    #expect(
      csv.headers["Content-Disposition"] == "attachment; filename=Case-1-file-events.csv")
    #expect(csv.headers["Content-Type"] == "text/csv; charset=utf-8")
  }
}
