import CSQLite
import CasesAPI
import CasesHTTP
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct ServerStartCommandTests {
  private let spy = ConsoleSpy()

  private func run(_ options: [String], in folder: String) throws -> String {
    var announced = ""
    let arguments = try Arguments(["server", "start", "--data", folder + "/data"] + options)
    try ServerStartCommand(Environment([:]), spy.console(), untilEnd: { announced = spy.output })
      .run(arguments)
    return announced
  }

  @Test(arguments: [
    ("127.0.0.1:0", #"listening on http://127\.0\.0\.1:[1-9]\d*\n"#),
    ("[::1]:0", #"listening on http://\[::1\]:[1-9]\d*\n"#),
  ])
  func announcesWhereItListens(address: String, pattern: String) async throws {
    try await Scratch.use { folder in
      let announced = try run(["--listen", address], in: folder)
      #expect(try Regex(pattern).wholeMatch(in: announced) != nil, "\(announced)")
      #expect(spy.error == "")
    }
  }

  @Test func aRequestThatTheStoreFailsLeavesATrace() async throws {
    try await Scratch.use { folder in
      let arguments = try Arguments([
        "server", "start", "--data", folder + "/data", "--listen=127.0.0.1:0",
      ])
      let spy = spy
      try await onOwnThread {
        Result {
          try ServerStartCommand(Environment([:]), spy.console()) {
            Self.breakStore(in: folder + "/data")
            let url = spy.output.dropFirst("listening on ".count).dropLast()
            guard let address = try? ServerAddress(String(url)) else { return }
            let probe = ServerProbe(
              address: address, credentials: .apiClient(id: "i", secret: "s3cret-mark"))
            _ = try? Blocking.value { await probe.list() }
          }.run(arguments)
        }
      }.get()
      #expect(
        spy.error.hasPrefix(
          "caseworkbench: a request was answered 500: the database failed: no such table: "))
      #expect(spy.error.hasSuffix("\n") && !spy.error.contains("s3cret-mark"))
    }
  }

  /// Takes all tables away while the server runs.
  private static func breakStore(in folder: String) {
    var handle: OpaquePointer?
    guard unsafe sqlite3_open(folder + "/cases.sqlite", &handle) == SQLITE_OK else { return }
    defer { unsafe sqlite3_close(handle) }
    let script = """
      PRAGMA writable_schema = ON; DELETE FROM sqlite_schema; PRAGMA writable_schema = RESET;
      """
    unsafe sqlite3_exec(handle, script, nil, nil, nil)
  }

  @Test func saysWhereSampleCasesAreNotAdded() async throws {
    try await Scratch.use { folder in
      _ = try run(["--listen=127.0.0.1:0", "--sample-data=3"], in: folder)
      #expect(spy.error == "")
      _ = try run(["--listen=127.0.0.1:0", "--sample-data=3"], in: folder)
      #expect(
        spy.error
          == "caseworkbench: '\(folder)/data' holds cases already, so no sample cases were added\n")
    }
  }
}
