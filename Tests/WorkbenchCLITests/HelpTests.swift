import Testing

@testable import WorkbenchCLI

@Suite struct HelpTests {
  @Test(arguments: Command.allCases)
  func namesEveryOptionOnLinesThatFit(command: Command) {
    let text = Help.text(of: command)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(command.allOptions.filter { !text.contains("  \($0.usage)  ") }.map(\.name) == [])
    #expect(lines.filter { $0.count > 80 || $0.hasSuffix(" ") } == [])
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func startsWithEveryCommand() {
    let text = Help.text(of: .workbench)
    let missing = Command.allCases.filter {
      !$0.isGroup && $0 != .workbench && !text.contains("\n  \($0.words.joined(separator: " "))  ")
    }
    #expect(missing == [])
  }

  @Test func isWrittenAsTheTableSays() {
    #expect(
      Help.text(of: .serverAddUser) == """
        caseworkbench server add-user: add a user with an API client to a server

        Usage:
          caseworkbench server add-user [--data DIR] USERNAME

        Prints one JSON object with userUid, username, clientId and clientSecret. The
        secret is shown this once: only a hash of it is kept. The server may be running.

        Options:
          --data DIR  folder of the server, if not ~/.local/share/caseworkbench/server
          --help      show this help; -h does the same
          --version   show the version

        """)
  }

  @Test func aGroupShowsHowItsCommandsAreCalled() {
    #expect(
      Help.text(of: .server) == """
        caseworkbench server: run a Cases API server of your own

        Usage:
          caseworkbench server start [--listen HOST:PORT] [--data DIR]
              [--sample-data [N]]
          caseworkbench server add-user [--data DIR] USERNAME

        Commands:
          server start     serve the Cases API until SIGTERM or SIGINT
          server add-user  add a user with an API client to a server

        Options:
          --help     show this help; -h does the same
          --version  show the version

        """)
  }
}
