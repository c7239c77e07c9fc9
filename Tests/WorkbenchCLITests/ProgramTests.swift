import Glibc
import Testing

@testable import WorkbenchCLI

@Suite struct ProgramTests {
  private let spy = ConsoleSpy()

  private func run(
    _ line: String, _ environment: [String: String] = [:], failure: SystemError? = nil
  ) -> ExitCode {
    Program(environment: environment, console: spy.console(failure: failure)) { _, _ in
      Issue.record("the workbench must not open")
    }.run(line.split(separator: " ").map(String.init))
  }

  @Test func helpAndVersionGoToStandardOutput() {
    #expect(run("help") == .success)
    #expect(run("--version") == .success)
    #expect(spy.output == Help.text(of: .workbench) + "caseworkbench \(Version.number)\n")
    #expect(spy.error == "")
  }

  @Test func misuseIsOneLineOnStandardErrorAndEndsWithTwo() {
    #expect(run("demo --cases=many") == .usage)
    #expect(
      spy.error
        == "caseworkbench: --cases takes a whole number from 0 to 1000000, not 'many' "
        + "(see 'caseworkbench demo --help')\n")
    #expect(spy.output == "")
  }

  @Test func aHalfSetEnvironmentEndsWithTwo() {
    #expect(run("", ["CASEWORKBENCH_CLIENT_SECRET": "s3cret"]) == .usage)
    #expect(
      spy.error
        == "caseworkbench: CASEWORKBENCH_CLIENT_ID is not set, "
        + "though CASEWORKBENCH_CLIENT_SECRET is (see 'caseworkbench --help')\n")
  }

  @Test func anAddressAndAFolderExcludeEachOther() {
    #expect(run("--url http://127.0.0.1:1 --data d") == .usage)
    #expect(
      spy.error
        == "caseworkbench: --url and --data exclude each other (see 'caseworkbench --help')\n")
  }

  @Test func aFullDiskIsTold() {
    #expect(run("--help", failure: SystemError(ENOSPC)) == .failure)
    #expect(
      spy.error == "caseworkbench: cannot write to standard output: No space left on device\n")
  }

  @Test func aReaderWhoHasGoneIsNoFailure() {
    #expect(run("--help", failure: SystemError(EPIPE)) == .success)
    #expect(spy.error == "")
  }
}
