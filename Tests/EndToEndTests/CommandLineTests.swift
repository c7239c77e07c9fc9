import TestSupport
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [["--help"], ["help"], ["server", "--help"], ["server", "start", "-h"]])
  func helpGoesToStandardOutput(arguments: [String]) async throws {
    try await Scratch.use { folder in
      let run = try Run(arguments, in: folder)
      #expect(run.status == .exited(0))
      #expect(run.output.hasPrefix("caseworkbench") && run.output.contains("\nUsage:\n"))
      #expect(run.error == "")
    }
  }

  @Test func theVersionIsALine() async throws {
    try await Scratch.use { folder in
      let run = try Run(["--version"], in: folder)
      #expect(run.status == .exited(0))
      #expect(run.output.wholeMatch(of: /caseworkbench \d+\.\d+\.\d+\n/) != nil)
    }
  }

  @Test(arguments: [
    (["--lisen"], "unknown option '--lisen' (see 'caseworkbench --help')"),
    (["dmeo"], "unknown command 'dmeo'; did you mean 'demo'? (see 'caseworkbench --help')"),
    (
      ["server", "start", "--listen", "8484"],
      "--listen takes a numeric address and a port, such as 127.0.0.1:8484 or [::1]:8484, "
        + "not '8484' (see 'caseworkbench server start --help')"
    ),
  ])
  func misuseIsOneLineAndEndsWithTwo(arguments: [String], text: String) async throws {
    try await Scratch.use { folder in
      let run = try Run(arguments, in: folder)
      #expect(run == Run(status: .exited(2), output: "", error: "caseworkbench: \(text)\n"))
    }
  }

  @Test(arguments: [[], ["demo"]])
  func withoutATerminalTheWorkbenchSaysSo(arguments: [String]) async throws {
    try await Scratch.use { folder in
      let run = try Run(arguments, in: folder)
      let error = "caseworkbench: standard input and output must be a terminal\n"
      #expect(run == Run(status: .exited(1), output: "", error: error))
    }
  }

  @Test func aHalfSetEnvironmentIsRefusedWithoutItsSecret() async throws {
    try await Scratch.use { folder in
      let run = try Run(
        [],
        environment: ["CASEWORKBENCH_URL": "http://127.0.0.1:1", "INCYDR_API_CLIENT_SECRET": "s3"],
        in: folder)
      #expect(run.status == .exited(2))
      #expect(run.error.contains("CASEWORKBENCH_CLIENT_ID") && !run.error.contains("s3"))
    }
  }
}
