import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// The questions of `login` on a terminal: what is hidden stays hidden, and the echo comes back.
@Suite struct LoginTests {
  private func login(home: String) throws -> PTYProcess {
    try PTYProcess(
      "caseworkbench", ["login", "--profile", "lab"], size: Size(width: 120, height: 20),
      environment: ["HOME": home])
  }

  /// Answers the questions up to the one for the secret.
  private func answer(_ program: PTYProcess, _ url: String, _ id: String) throws {
    try program.waitFor(text: "Server [")
    program.send("x\u{7F}\(url)\r")
    try program.waitFor(text: "Client id:")
    program.send("\(id)\r")
    try program.waitFor(text: "[s]:")
    program.send("\r")
    try program.waitFor(text: "Secret of API client \(id):")
  }

  @Test func aSecretIsTypedUnseenAndKept() async throws {
    try await Scratch.use { folder in
      let user = try ServerProcess.addUser("jo@example.com", to: "\(folder)/data", in: folder)
      let server = try ServerProcess(data: "\(folder)/data", ["--sample-data=3"], in: folder)
      defer { server.send(SIGTERM) }
      let program = try login(home: folder)
      let modes = program.modes
      try answer(program, server.url, user.clientId)
      #expect(program.modes != modes)
      program.send("wrong\u{15}\(user.clientSecret)\r")
      try program.waitFor(text: "Proxy [none]:")
      program.send("\r")
      try program.waitFor(text: "Your user name there [none]:")
      program.send("jo@example.com\r")
      try program.waitFor(text: "The server lists 3 cases.")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))
      #expect(program.modes == modes)
      let shown = String(decoding: program.transcript, as: UTF8.self)
      #expect(!shown.contains(user.clientSecret) && !shown.contains("wrong"))
      let path = "\(folder)/.config/caseworkbench/config.toml"
      let stored = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(stored.contains("\nuser = \"jo@example.com\"\n"))
      let run = try Run(["doctor"], environment: ["HOME": folder], in: folder)
      #expect(run.status == .exited(0) && run.error == "", "\(run)")
      #expect(run.output.contains("\nlist             ok     3 cases\n"))
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  /// The server lets in only who trusts its own CA and shows a certificate of it.
  @Test func aServerWithACAOfItsOwnThatWantsACertificateIsWorkedOn() async throws {
    try await Scratch.use { folder in
      let user = try ServerProcess.addUser("jo@example.com", to: "\(folder)/data", in: folder)
      let server = try ServerProcess(data: "\(folder)/data", ["--sample-data=3"], in: folder)
      defer { server.send(SIGTERM) }
      let port = try #require(server.url.split(separator: ":").last.flatMap { Int($0) })
      let certificates = try Certificates()
      let relay = try await TLSRelay(to: port, certificates, wantsCertificate: true)
      let program = try login(home: folder)
      try answer(program, relay.url, user.clientId)
      program.send("\(user.clientSecret)\r")
      for (question, answer) in [
        ("File of the CAs that are trusted,", certificates["ca.pem"]),
        ("File of a client certificate,", certificates["client.pem"]),
        ("File of its key,", certificates["client.key"]), ("Proxy [none]:", ""),
        ("Your user name there [none]:", ""),
      ] {
        try program.waitFor(text: question)
        program.send("\(answer)\r")
      }
      try program.waitFor(text: "The server lists 3 cases.")
      let ending = try program.waitForEnd()
      #expect(ending == .exited(0))

      let run = try Run(["doctor"], environment: ["HOME": folder], in: folder)
      #expect(run.status == .exited(0) && run.error == "", "\(run)")
      #expect(run.output.contains("\nlist             ok     3 cases\n"))
      let workbench = try PTYProcess(
        "caseworkbench", size: Size(width: 120, height: 20), environment: ["HOME": folder])
      try workbench.waitFor("the first cases") { $0.contains("1 of ") }
      workbench.send("q")
      let end = try workbench.waitForEnd()
      #expect(end == .exited(0))
    }
  }

  @Test(arguments: [("\u{3}", nil), ("", SIGTERM), ("", SIGHUP)] as [(String, Int32?)])
  func aQuestionThatIsBrokenOffLeavesTheTerminalAsItWas(keys: String, signal: Int32?) async throws {
    try await Scratch.use { folder in
      let program = try login(home: folder)
      let modes = program.modes
      try answer(program, "https://caseworkbench.invalid", "id")
      program.send("half a secr" + keys)
      if let signal { program.signal(signal) }
      let ending = try program.waitForEnd()
      #expect(ending == (signal.map { .killed($0) } ?? .exited(1)))
      #expect(program.modes == modes)
      #expect(!String(decoding: program.transcript, as: UTF8.self).contains("half"))
    }
  }
}
