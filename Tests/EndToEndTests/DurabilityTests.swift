import CSQLite
import CaseWire
import CasesAPI
import CasesHTTP
import Glibc
import TestSupport
import Testing

@Suite struct DurabilityTests {
  private static let rounds = 8
  private static let writers = 4

  @Test func whatWasAnsweredSurvivesEveryKill() async throws {
    try await Scratch.use { folder in
      let data = folder + "/data"
      let user = try ServerProcess.addUser("jo@example.com", to: data, in: folder)
      let ledger = Ledger()
      for round in 1...Self.rounds {
        let server = try ServerProcess(data: data, in: folder)
        let before = ledger.answers
        // The kill comes with an answer, so the other writers are in the middle of theirs.
        ledger.after(.random(in: 1...150)) { server.send(SIGKILL) }
        await withTaskGroup { group in
          for writer in 1...Self.writers {
            group.addTask { await Self.write("\(round).\(writer)", to: server.url, user, ledger) }
          }
        }
        let end = try server.wait()
        #expect(end == .signalled(SIGKILL))
        #expect(ledger.answers > before)
        try await Self.check(ledger, data: data, user, in: folder)
      }
      #expect(try Self.integrity(of: data + "/cases.sqlite") == "ok")
    }
  }

  /// Makes cases and changes their findings until the server is gone.
  private static func write(
    _ name: String, to url: String, _ user: ServerProcess.NewUser, _ ledger: Ledger
  ) async {
    await withClient(url, user) { client in
      for count in 1... {
        let first = "\(name).\(count) begun"
        let made = try await client.create(
          CaseContent(name: "\(name).\(count)", findings: first))
        ledger.hears(first, of: made.number)
        for version in 1...5 {
          var content = made.content
          let text = "\(name).\(count) version \(version)\n" + filler
          content.findings = text
          ledger.sends(text, to: made.number)
          _ = try await client.replace(
            made.number, with: CaseReplacement(content: content, status: .open))
          ledger.hears(text, of: made.number)
        }
      }
    }
  }

  /// Compares a new server's cases with the ledger, and takes over what it finds.
  private static func check(
    _ ledger: Ledger, data: String, _ user: ServerProcess.NewUser, in folder: String
  ) async throws {
    let server = try ServerProcess(data: data, in: folder)
    var wrong: [CaseNumber: Ledger.Entry] = [:]
    await withClient(server.url, user) { client in
      for (number, entry) in ledger.entries {
        let found = try? await client.getCase(number).findings
        let told = try? await client.history(of: number, page: PageRequest(number: 1, size: 1))
          .history.first?.changes.last
        // What is there and what is told of it are never apart, wherever the kill came.
        if let found, told?.to == found, found == entry.answered || found == entry.pending {
          ledger.settles(found, in: number)
        } else {
          wrong[number] = entry
        }
      }
    }
    #expect(wrong == [:])
    let end = try server.end()
    #expect(end == .exited(0))
  }

  /// Gives a client to a body, which ends with the first error.
  private static func withClient(
    _ url: String, _ user: ServerProcess.NewUser, _ body: (CasesClient) async throws -> Void
  ) async {
    guard let address = try? ServerAddress(url) else { return }
    let transport = CurlTransport(to: address, version: "test", through: nil)
    defer { transport.stop() }
    let credentials = Credentials.apiClient(id: user.clientId, secret: user.clientSecret)
    try? await body(CasesClient(over: transport, as: credentials))
  }

  /// Makes a row large enough to spill over pages of the database.
  private static let filler = String(repeating: "0123456789", count: 900)

  private static func integrity(of file: String) throws -> String {
    var database: OpaquePointer?
    defer { unsafe sqlite3_close(database) }
    try #require(unsafe sqlite3_open_v2(file, &database, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    unsafe sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nil)
    try #require(unsafe sqlite3_step(statement) == SQLITE_ROW)
    return unsafe String(cString: try #require(unsafe sqlite3_column_text(statement, 0)))
  }
}
