import CasesServer
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct LoginCommandTests {
  private let desk = LoginDesk()
  private var spy: ConsoleSpy { desk.spy }

  @Test func aProfileIsWrittenOnceTheServerHasAnswered() async throws {
    try await desk.withServer { home, port, client in
      let url = "http://127.0.0.1:\(port)"
      let answers = [url, client.clientId, "s", client.clientSecret, "", "jo@example.com"]
      #expect(await desk.run("login --profile lab", home: home, answers: answers) == .success)
      let folder = "\(home)/.config/caseworkbench"
      #expect(
        spy.output
          == "The server lists 0 cases. The profile 'lab' is in \(folder)/config.toml\n")
      #expect(spy.error == "")
      #expect(spy.questions.contains("hidden Secret of API client \(client.clientId): "))
      #expect(!spy.questions.contains(client.clientSecret))
      let kept = try PrivateFile.read("\(folder)/lab.secret")
      #expect(kept == Array("\(client.clientSecret)\n".utf8))
      let text = String(
        decoding: try PrivateFile.read("\(folder)/config.toml") ?? [], as: UTF8.self)
      #expect(!text.contains(client.clientSecret))
      #expect(text.hasSuffix("secret-file = \"lab.secret\"\nuser = \"jo@example.com\"\n"))

      #expect(await desk.run("doctor", home: home) == .success)
      #expect(spy.output.contains("\ntoken            ok     the API client gets one\n"))
      #expect(spy.output.contains("\nlist             ok     0 cases\n"))
      #expect(!(spy.output + spy.error).contains(client.clientSecret))
    }
  }

  /// T051: a refused secret is in no text, and nothing is kept of it.
  @Test func t051AWrongSecretIsNeitherShownNorKept() async throws {
    try await desk.withServer { home, port, client in
      let url = "http://127.0.0.1:\(port)"
      let answers = [url, client.clientId, "s", "s3cret-mark", "", ""]
      #expect(await desk.run("login", home: home, answers: answers) == .failure)
      #expect(
        spy.error
          == "caseworkbench: The server does not accept the credentials; check them and start "
          + "again. Nothing was written.\n")
      #expect(!(spy.output + spy.questions).contains("s3cret-mark"))
      let names = try Scratch.names(in: home)
      #expect(names == ["data"])
    }
  }

  /// What the profile has is kept by Enter and taken away by a hyphen; passwords are not shown.
  @Test func theProxyIsAskedForTriedAndWritten() async throws {
    try await desk.withServer { home, port, client in
      let url = "http://127.0.0.1:\(port)"
      let path = "\(home)/.config/caseworkbench/config.toml"
      let old = """
        [profiles.lab]
        url = "\(url)"
        client-id = "\(client.clientId)"
        secret-env = "SECRET" # as ever
        proxy = "http://jo:hidden-mark@127.0.0.1:1"

        """
      try PrivateFile.makeFolder("\(home)/.config/caseworkbench")
      try PrivateFile.write(Array(old.utf8), to: path)
      let answers = ["", "", "s", client.clientSecret]
      let bad = await desk.run("login --profile lab", home: home, answers: answers + ["", ""])
      #expect(bad == .failure)
      #expect(spy.error.contains("Nothing was written."))
      #expect(spy.questions.contains("visible Proxy [http://127.0.0.1:1, - for none]: "))
      #expect(!(spy.questions + spy.output + spy.error).contains("hidden-mark"))
      let untouched = try PrivateFile.read(path)
      #expect(untouched == Array(old.utf8))

      let good = await desk.run(
        "login --profile lab", home: home, answers: answers + ["-", " jo@h"])
      #expect(good == .success)
      let profile = try SettingsFile.read(path)?.profiles.first
      #expect(profile?.proxy == nil && profile?.user == "jo@h")
    }
  }

  /// Where nobody answers, nothing of it is written.
  @Test func certificatesAreAskedForWhereTheWayIsEncrypted() async throws {
    try await Scratch.use { home in
      let answers = ["https://127.0.0.1:1", "i", "s", "x", "no-ca.pem", "c.pem", "", "", ""]
      #expect(await desk.run("login", home: home, answers: answers) == .failure)
      #expect(spy.error.contains("Nothing was written."))
      let folder = "\(home)/.config/caseworkbench"
      #expect(
        spy.questions.hasSuffix(
          [
            "File of the CAs that are trusted, from \(folder)",
            "File of a client certificate, from \(folder)",
            "File of its key, if it lies apart, from \(folder)", "Proxy", "Your user name there",
          ].map { "visible \($0) [none]: \n" }.joined()))
      let names = try Scratch.names(in: home)
      #expect(names == [])
    }
  }

  @Test func aFileThatCannotBeReadIsToldBeforeAnythingIsAsked() async throws {
    try await Scratch.use { home in
      let path = "\(home)/.config/caseworkbench/config.toml"
      try PrivateFile.makeFolder("\(home)/.config/caseworkbench")
      try PrivateFile.write(Array("[profiles.a\n".utf8), to: path)
      #expect(await desk.run("login", home: home, answers: ["https://h"]) == .failure)
      #expect(spy.error.hasPrefix("caseworkbench: \(path):1:12: no valid TOML: "))
      #expect(spy.questions == "")
      let kept = try PrivateFile.read(path)
      #expect(kept == Array("[profiles.a\n".utf8))
    }
  }
}
