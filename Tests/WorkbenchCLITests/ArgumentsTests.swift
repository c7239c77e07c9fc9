import Testing

@testable import WorkbenchCLI

@Suite struct ArgumentsTests {
  private static func read(
    _ command: Command, _ options: [OptionName: String] = [:], _ operands: [String] = [],
    purpose: Arguments.Purpose = .run
  ) -> Arguments {
    Arguments(purpose: purpose, command: command, options: options, operands: operands)
  }

  @Test(arguments: [
    ("", read(.workbench)),
    ("--url http://h:1", read(.workbench, [.url: "http://h:1"])),
    ("--url=http://h/?a=b", read(.workbench, [.url: "http://h/?a=b"])),
    ("--data -", read(.workbench, [.data: "-"])),
    ("--", read(.workbench)),
    ("demo", read(.demo)),
    ("demo --cases 9", read(.demo, [.cases: "9"])),
    ("server start --sample-data", read(.serverStart, [.sampleData: "240"])),
    ("server start --sample-data 7 --data d", read(.serverStart, [.sampleData: "7", .data: "d"])),
    ("server start --sample-data --data d", read(.serverStart, [.sampleData: "240", .data: "d"])),
    ("server start --sample-data=7", read(.serverStart, [.sampleData: "7"])),
    ("server start --sample-data=x", read(.serverStart, [.sampleData: "x"])),
    ("server add-user jo@example.com", read(.serverAddUser, [:], ["jo@example.com"])),
    ("server add-user jo --data d", read(.serverAddUser, [.data: "d"], ["jo"])),
    ("server add-user --data=-d -- -jo", read(.serverAddUser, [.data: "-d"], ["-jo"])),
    ("server add-user -- --help", read(.serverAddUser, [:], ["--help"])),
    ("server add-user -", read(.serverAddUser, [:], ["-"])),
    ("--help", read(.workbench, purpose: .showHelp)),
    ("-h", read(.workbench, purpose: .showHelp)),
    ("help", read(.workbench, purpose: .showHelp)),
    ("help server start", read(.serverStart, purpose: .showHelp)),
    ("server --help", read(.server, purpose: .showHelp)),
    ("server add-user --help", read(.serverAddUser, purpose: .showHelp)),
    ("demo --cases 9 -h --nonsense", read(.demo, [.cases: "9"], purpose: .showHelp)),
    ("--version", read(.workbench, purpose: .showVersion)),
    ("server start --version", read(.serverStart, purpose: .showVersion)),
  ])
  func isRead(line: String, expected: Arguments) throws {
    #expect(try Arguments(line.split(separator: " ").map(String.init)) == expected)
  }

  @Test(arguments: [
    ("dmeo", "unknown command 'dmeo'; did you mean 'demo'? (see 'caseworkbench --help')"),
    ("serve", "unknown command 'serve'; did you mean 'server'? (see 'caseworkbench --help')"),
    ("xyz", "unknown command 'xyz' (see 'caseworkbench --help')"),
    ("help xyz", "unknown command 'xyz' (see 'caseworkbench --help')"),
    ("server", "'server' needs a command: start or add-user (see 'caseworkbench server --help')"),
    (
      "server adduser",
      "unknown command 'adduser'; did you mean 'add-user'? (see 'caseworkbench server --help')"
    ),
    (
      "--data d server start",
      "the command comes before its options: caseworkbench server ... (see 'caseworkbench --help')"
    ),
    (
      "server start --lisen x",
      "unknown option '--lisen'; did you mean '--listen'? "
        + "(see 'caseworkbench server start --help')"
    ),
    (
      "server start --sample 9",
      "unknown option '--sample'; did you mean '--sample-data'? "
        + "(see 'caseworkbench server start --help')"
    ),
    ("demo --colour", "unknown option '--colour' (see 'caseworkbench demo --help')"),
    (
      "server add-user -jo",
      "unknown option '-jo'; what begins with a dash and is no option goes after -- "
        + "(see 'caseworkbench server add-user --help')"
    ),
    ("--url", "--url needs a value: --url URL (see 'caseworkbench --help')"),
    (
      "--data --url",
      "--data needs a value; one that begins with a dash is written --data=--url "
        + "(see 'caseworkbench --help')"
    ),
    ("--version=2", "--version takes no value (see 'caseworkbench --help')"),
    ("--data a --data b", "--data is given twice (see 'caseworkbench --help')"),
    ("server add-user", "USERNAME is missing (see 'caseworkbench server add-user --help')"),
    (
      "server add-user jo mo",
      "unexpected argument 'mo' (see 'caseworkbench server add-user --help')"
    ),
    (
      "server add-user -- jo mo",
      "unexpected argument 'mo' (see 'caseworkbench server add-user --help')"
    ),
    ("demo now", "unexpected argument 'now' (see 'caseworkbench demo --help')"),
    ("--url=h -- demo", "unexpected argument 'demo' (see 'caseworkbench --help')"),
    (
      "--\u{1b}[31m", "unknown option '--\\u{1b}[31m' (see 'caseworkbench --help')"
    ),
  ])
  func isRefused(line: String, text: String) {
    let error = #expect(throws: CommandError.self) {
      try Arguments(line.split(separator: " ").map(String.init))
    }
    #expect(error?.text == text)
    #expect(error?.exitCode == .usage)
  }

  @Test(arguments: [
    "--token=s3cret", "--client-secret=s3cret", "--password=s3cret", "--nonsense=s3cret",
  ])
  func neverEchoesWhatMayBeASecret(argument: String) {
    let error = #expect(throws: CommandError.self) { try Arguments([argument]) }
    #expect(error?.text.contains("s3cret") == false)
  }

  @Test func anOptionForASecretPointsToTheEnvironment() {
    #expect(
      throws: CommandError.misused(
        "there is no option '--token', since others can read arguments; set "
          + "CASEWORKBENCH_CLIENT_ID and CASEWORKBENCH_CLIENT_SECRET, or CASEWORKBENCH_TOKEN",
        helpCommand: "caseworkbench")
    ) { try Arguments(["--token", "s3cret"]) }
  }

  @Test func anEmptyArgumentIsNoCommand() {
    #expect(throws: CommandError.misused("unknown command ''", helpCommand: "caseworkbench")) {
      try Arguments([""])
    }
  }

  @Test(arguments: ["", "-1", "1.5", "+3", "99999999999999999999", "11", "٣"])
  func numbersAreWholeAndInRange(text: String) throws {
    let arguments = try Arguments(["demo", "--cases=\(text)"])
    #expect(
      throws: CommandError.misused(
        "--cases takes a whole number from 0 to 10, not '\(text)'",
        helpCommand: "caseworkbench demo")
    ) { try arguments.number(.cases, in: 0...10) }
  }

  @Test func anEmptyFolderIsRefused() throws {
    let arguments = try Arguments(["--data="])
    #expect(throws: CommandError.misused("--data is empty", helpCommand: "caseworkbench")) {
      try arguments.text(.data)
    }
  }
}
