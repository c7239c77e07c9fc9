import CSQLite
import CaseWire
import Threads
import Testing

@testable import CasesServer

@Suite struct FailingStoreTests {
  /// What the database says may hold what an analyst wrote, so it goes to the log, not to clients.
  @Test func tellsClientsNothingOfTheDatabase() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let told = Locked<[ServerError]>([])
    let service = CaseService(store: harness.store, clock: { Harness.start }) { error in
      told.withLock { $0.append(error) }
    }
    let token = try #require(try service.issueToken(for: "admin@example.com"))
    var handle: OpaquePointer?
    defer { unsafe sqlite3_close(handle) }
    try #require(unsafe sqlite3_open(harness.folder + "/cases.sqlite", &handle) == SQLITE_OK)
    try #require(
      unsafe sqlite3_exec(handle, "ALTER TABLE texts RENAME TO gone", nil, nil, nil) == SQLITE_OK)
    let answers = [("GET", ""), ("PUT", #"{"name":"x"}"#)].map { method, body in
      service.respond(
        to: HTTPRequest(
          HTTPMethod(rawValue: method) ?? .get, "/v1/cases/1",
          headers: ["Authorization": "Bearer \(token)"], body: Array(body.utf8)))
    }
    #expect(
      answers.map { "\($0.status) " + String(decoding: $0.body, as: UTF8.self) }
        == answers.map { _ in
          #"500 {"problem":"INTERNAL_ERROR","description":"the server could not do this"}"#
        })
    #expect(
      told.withLock { $0 }
        == answers.map { _ in .database(code: 1, message: "no such table: texts") })
  }

  /// What an analyst on their own machine can mend is told, though no text of the database is.
  @Test(arguments: [
    (8, "the server may not write to its database"), (778, "the disk of the server failed"),
    (11, "the database of the server is damaged"), (26, "the database of the server is damaged"),
    (13, "there is no room left on the disk of the server"), (1, "the server could not do this"),
  ])
  func tellsTheKindOfAFailure(code: Int, told: String) {
    let refusal = Refusal(.database(code: code, message: "near “secret”"), missing: [])
    #expect(refusal.status == 500)
    #expect(refusal.problem.description == told)
  }
}
