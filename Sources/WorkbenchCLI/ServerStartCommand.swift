import CasesServer

/// Serves the Cases API until it is told to end.
struct ServerStartCommand {
  private let environment: Environment
  private let console: Console
  private let untilEnd: () -> Void

  /// Makes the command.
  ///
  /// - Parameters:
  ///   - environment: where the data folder is looked up.
  ///   - console: where the address is announced.
  ///   - untilEnd: waits until the server is to end.
  init(_ environment: Environment, _ console: Console, untilEnd: @escaping () -> Void) {
    self.environment = environment
    self.console = console
    self.untilEnd = untilEnd
  }

  /// Runs the command; every answered request is on the disk when it returns.
  ///
  /// - Parameter arguments: may hold `--listen`, `--data` and `--sample-data`.
  /// - Throws: `CommandError` for values that make no sense, or where the server cannot start.
  func run(_ arguments: Arguments) throws(CommandError) {
    let listen = try address(arguments)
    let cases = try arguments.number(.sampleData, in: 0...Command.mostSamples) ?? 0
    let folder = try DataFolder.path(of: .server, wish: arguments.text(.data), environment)
    if !listen.isLoopback {
      console.report(
        "warning: \(listen.host) can be reached from other machines, and requests are not encrypted"
      )
    }
    let told = { @Sendable [console] (error: ServerError) in
      console.report("a request was answered 500: \(error.description.printable)")
    }
    let server = try EmbeddedServer(
      folder: folder, listen: listen, sampleCases: cases, failed: told)
    defer { server.stop() }
    if cases > 0 && !server.isFilled {
      console.report("\(folder.quoted) holds cases already, so no sample cases were added")
    }
    try console.print("listening on \(server.url)\n")
    untilEnd()
  }

  private func address(_ arguments: Arguments) throws(CommandError) -> ListenAddress {
    guard let text = arguments.options[.listen] else { return .usual }
    guard let address = ListenAddress(text) else {
      throw .misuse(.notAnAddress(.listen, text), of: arguments.command)
    }
    return address
  }
}
