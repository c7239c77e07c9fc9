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
