import CasesHTTP
import Glibc
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct LogFileTests {
  private func read(
    _ line: String, _ environment: [String: String] = [:]
  ) throws(CommandError) -> LogFile? {
    try LogFile(Arguments(line.split(separator: " ").map(String.init)), Environment(environment))
  }

  @Test func whatIsTypedCountsBeforeTheEnvironment() throws {
    let variables = ["CASEWORKBENCH_LOG": "/b", "CASEWORKBENCH_LOG_LEVEL": "bodies"]
    let files = [
      try read(""), try read("--log /a"), try read("", ["CASEWORKBENCH_LOG": "/b"]),
      try read("", variables), try read("--log /a --log-level errors", variables),
      try read("", ["CASEWORKBENCH_LOG_LEVEL": "bodies"]),
    ]
    let texts = files.map { file in file.map { "\($0.path) \($0.level.rawValue)" } }
    #expect(texts == [nil, "/a requests", "/b requests", "/b bodies", "/a errors", nil])
  }

  @Test(arguments: [
    ("--log-level errors", [:], "--log-level has no meaning without --log"),
    (
      "--log a --log-level all", [:],
      "--log-level takes one of errors, requests, bodies, not 'all'"
    ),
    (
      "--log a", ["CASEWORKBENCH_LOG_LEVEL": "all"],
      "CASEWORKBENCH_LOG_LEVEL takes one of errors, requests, bodies, not 'all'"
    ),
    ("--log=", [:], "--log is empty"),
  ])
  func settingsThatMakeNoSenseAreTold(
    line: String, environment: [String: String], text: String
  ) {
    #expect(throws: CommandError.misused(text, helpCommand: "caseworkbench")) {
      try read(line, environment)
    }
  }

  @Test func aFileThatCannotBeWrittenIsToldBeforeAnythingIsOpened() async throws {
    let spy = ConsoleSpy()
    let program = Program(environment: [:], console: spy.console()) { _, _ in
      Issue.record("the workbench must not open")
    }
    #expect(program.run(["--log", "/nowhere/log"]) == .failure)
    #expect(
      spy.error == "caseworkbench: requests cannot be noted in '/nowhere/log': "
        + "No such file or directory\n")
  }

  @Test func theWorkbenchNotesInTheFile() async throws {
    try await Scratch.use { folder in
      let path = "\(folder)/log"
      let spy = ConsoleSpy()
      let program = Program(
        environment: [
          "CASEWORKBENCH_TOKEN": "t", "CASEWORKBENCH_URL": "https://cases.invalid",
          "CASEWORKBENCH_LOG": path, "CASEWORKBENCH_CA_FILE": "/ca.pem",
          "CASEWORKBENCH_CLIENT_CERT": "/c.pem", "CASEWORKBENCH_CLIENT_KEY": "/c.key",
        ], console: spy.console()
      ) { connection, _ in
        var trust = TransportTrust()
        (trust.authorities, trust.certificate, trust.key) = ("/ca.pem", "/c.pem", "/c.key")
        #expect(connection.trust == trust)
        #expect(connection.log != nil)
      }
      #expect(program.run([]) == .success)
      #expect(spy.error == "")
      #expect(Scratch.mode(of: path) == 0o600)
    }
  }

  @Test func aKeyWithoutItsCertificateIsTold() {
    let spy = ConsoleSpy()
    let program = Program(
      environment: [
        "CASEWORKBENCH_TOKEN": "t", "CASEWORKBENCH_URL": "https://cases.invalid",
        "CASEWORKBENCH_CLIENT_KEY": "/c.key",
      ], console: spy.console()
    ) { _, _ in Issue.record("the workbench must not open") }
    #expect(program.run([]) == .usage)
    #expect(
      spy.error == "caseworkbench: CASEWORKBENCH_CLIENT_CERT is not set, "
        + "though CASEWORKBENCH_CLIENT_KEY is (see 'caseworkbench --help')\n")
  }
}
