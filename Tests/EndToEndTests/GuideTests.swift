import CaseWire
import TestSupport
import Testing

/// The requests of the vendor's guide, in its order and through curl, and its answers.
@Suite struct GuideTests {
  private static let caseFields: Set<String> = [
    "number", "name", "createdAt", "updatedAt", "description", "findings", "subject",
    "subjectUsername", "status", "assignee", "assigneeUsername", "createdByUserUid",
    "createdByUsername", "lastModifiedByUserUid", "lastModifiedByUsername",
  ]

  @Test func everyRequestGetsTheGuidesAnswer() async throws {
    try await Scratch.use { folder in
      let data = folder + "/data"
      let analyst = try ServerProcess.addUser("analyst@example.com", to: data, in: folder)
      let casey = try ServerProcess.addUser("casey@example.com", to: data, in: folder)
      let admin = try ServerProcess.addUser("admin@example.com", to: data, in: folder)
      let server = try ServerProcess(data: data, in: folder)
      let curl = try Curl(url: server.url, user: analyst, in: folder)

      let made = try curl.send(
        "POST", "/v1/cases",
        body: """
          {
              "name": "Sample case name",
              "description": "Sample description",
              "findings": "Sample findings",
              "subject":  null,
              "assignee": null
          }
          """)
      #expect(made.status == 200)
      let createdAt = try Self.time(made.json["createdAt"])
      var expected: [String: JSONValue] = [
        "number": .integer(1), "name": .string("Sample case name"),
        "createdAt": .string(createdAt), "updatedAt": .string(createdAt),
        "description": .string("Sample description"), "findings": .string("Sample findings"),
        "subject": .null, "subjectUsername": .null, "status": .string("OPEN"), "assignee": .null,
        "assigneeUsername": .null, "createdByUserUid": .string(analyst.userUid),
        "createdByUsername": .string("analyst@example.com"),
        "lastModifiedByUserUid": .string(analyst.userUid),
        "lastModifiedByUsername": .string("analyst@example.com"),
      ]
      #expect(Self.guidesFields(of: made.json) == expected)

      let read = try curl.send("GET", "/v1/cases/1")
      #expect(read.status == 200)
      #expect(read.json == made.json)

      // The guide writes the two identifiers as bare numbers.
      let put = try curl.send(
        "PUT", "/v1/cases/1",
        body: """
          {
              "name": "Updated name",
              "description": "Updated description",
              "findings": "Updated findings",
              "subject": \(casey.userUid),
              "assignee": \(admin.userUid),
              "status": "OPEN"
          }
          """)
      #expect(put.status == 200)
      let updatedAt = try Self.time(put.json["updatedAt"])
      #expect(updatedAt > createdAt)
      expected.merge([
        "name": .string("Updated name"), "updatedAt": .string(updatedAt),
        "description": .string("Updated description"), "findings": .string("Updated findings"),
        "subject": .string(casey.userUid), "subjectUsername": .string("casey@example.com"),
        "assignee": .string(admin.userUid), "assigneeUsername": .string("admin@example.com"),
      ]) { $1 }
      #expect(Self.guidesFields(of: put.json) == expected)

      let list = try curl.send("GET", "/v1/cases?status=OPEN")
      #expect(list.status == 200)
      #expect(list.json["totalCount"] == .integer(1))
      expected["description"] = nil
      expected["findings"] = nil
      #expect(Self.guidesFields(of: list.json["cases"][0]) == expected)
      #expect(try curl.send("GET", "/v1/cases?status=CLOSED").json["totalCount"] == .integer(0))

      let emptied = try curl.send(
        "PUT", "/v1/cases/1", body: #"{"name": "Updated name", "status": "CLOSED"}"#)
      #expect(emptied.status == 200)
      for field in ["description", "findings", "subject", "assignee"] {
        #expect(emptied.json[field] == .null)
      }
      #expect(emptied.json["status"] == .string("CLOSED"))
      let late = try curl.send("PUT", "/v1/cases/1", body: #"{"name": "x", "status": "OPEN"}"#)
      #expect(late.status == 400)
      #expect(late.json["problem"] == .string("NO_EDITS_ONCE_CLOSED"))
      try server.end()
    }
  }

  @Test func eventsAndExportsGetTheGuidesAnswers() async throws {
    try await Scratch.use { folder in
      let data = folder + "/data"
      let server = try ServerProcess(data: data, ["--sample-data", "40"], in: folder)
      let user = try ServerProcess.addUser("analyst@example.com", to: data, in: folder)
      let curl = try Curl(url: server.url, user: user, in: folder)
      let event = try curl.someEvent()

      let number = try curl.send("POST", "/v1/cases", body: #"{"name": "Mine"}"#).json["number"]
      guard case .integer(let number) = number else { throw TestFailure("no number") }
      let path = "/v1/cases/\(number)"
      let add = "\(path)/fileevent/\(PercentEncoding.encode(event.id))"
      let added = try curl.send("POST", add)
      #expect(added.status == 204)
      #expect(added.body.isEmpty)
      let again = try curl.send("POST", add)
      #expect(again.status == 400)
      #expect(again.json["problem"] == .string("CASE_ALREADY_HAS_EVENT"))

      let events = try curl.send("GET", "\(path)/fileevent")
      #expect(events.status == 200)
      #expect(events.json["events"] == .array([event.row]))
      for field in ["eventId", "eventTimestamp", "exposure", "fileName", "filePath"] {
        guard case .object(let fields) = event.row else { throw TestFailure("no event") }
        #expect(fields[field] != nil)
      }

      let pdf = try curl.send("GET", "\(path)/export")
      #expect(pdf.status == 200)
      #expect(pdf.body.starts(with: Array("%PDF-".utf8)))
      let csv = try curl.send("GET", "\(path)/fileevent/export")
      #expect(csv.status == 200)
      #expect(String(decoding: csv.body, as: UTF8.self).contains(event.id))
      try server.end()
    }
  }

  /// The fields that the guide shows; a server may have more.
  private static func guidesFields(of json: JSONValue) -> [String: JSONValue] {
    guard case .object(let fields) = json else { return [:] }
    return fields.filter { caseFields.contains($0.key) }
  }

  /// A time as the guide writes it, with six digits of a second and Z.
  private static func time(_ json: JSONValue) throws -> String {
    guard case .string(let text) = json else { throw TestFailure("no time") }
    try #require(text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/) != nil)
    return text
  }
}
