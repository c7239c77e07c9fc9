import Glibc
import Locking
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct SecretReaderTests {
  private let spy = ConsoleSpy()

  private func secret(
    _ source: SecretSource, in folder: String = "/", limit: Int = 20_000
  ) throws(CommandError) -> String {
    let variables = ["PATH": "/usr/bin:/bin", "WORK": "from-env", "HOME": folder]
    return try SecretReader(Environment(variables), spy.console(answers: ["typed"]), limit: limit)
      .secret(source, of: "key-1", from: folder)
  }

  @Test(arguments: [
    (SecretSource.command(["printf", "%s\\nnotes\\n", "a|b c"]), "a|b c"),
    (.shell("echo one two | cut -d' ' -f2"), "two"),
    (.shell("printenv WORK"), "from-env"),
    (.variable("WORK"), "from-env"),
    (.prompt, "typed"),
  ])
  func aSecretIsFetched(source: SecretSource, secret: String) throws {
    #expect(try self.secret(source) == secret)
    #expect(spy.error == "")
  }

  @Test func complaintsOfACommandAreShownSafelyAndWithoutTheSecret() throws {
    let line = "printf 'see \\033[2Js3cret\\nand more\\n' >&2; echo s3cret"
    #expect(try secret(.shell(line)) == "s3cret")
    #expect(
      spy.error == """
        caseworkbench: secret-command: see \\u{1b}[2J***
        caseworkbench: secret-command: and more

        """)
  }

  @Test(arguments: [
    (SecretSource.shell("echo s3cret; exit 3"), "ended with status 3"),
    (.shell("echo s3cret; kill -9 $$"), "ended with signal 9"),
    (.command(["/nowhere/at/all"]), "cannot be started: No such file or directory"),
    (.command(["true"]), "no secret came from true: the line is empty"),
    (.shell("printf 's3c\\033ret'"), "is no secret: it holds control characters"),
    (.shell("yes s3cret"), "did not end within 20 seconds"),
    (.variable("NONE"), "the secret's variable NONE is not set"),
    (.file("none"), "is not there"),
  ])
  func aFailureIsToldWithoutTheSecret(source: SecretSource, text: String) {
    let error = #expect(throws: CommandError.self) { try secret(source) }
    let told = error?.text ?? ""
    #expect(told.hasSuffix(text) && !told.contains("s3cret"), "\(told)")
  }

  @Test func aCommandThatHangsIsEnded() {
    let start = ContinuousClock.now
    let error = #expect(throws: CommandError.self) {
      try secret(.shell("sleep 60 & sleep 60"), limit: 200)
    }
    #expect(error?.text.contains("did not end") == true)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func aFileMustBePrivate() async throws {
    try await Scratch.use { folder in
      try PrivateFile.write(Array("s3cret\nnotes".utf8), to: "\(folder)/key")
      #expect(try secret(.file("key"), in: folder) == "s3cret")
      #expect(try secret(.file("~/key"), in: folder) == "s3cret")
      try Scratch.setMode(0o644, of: "\(folder)/key")
      let error = #expect(throws: CommandError.self) { try secret(.file("key"), in: folder) }
      #expect(
        error?.text == "\(folder)/key: is open to other users; run: chmod 600 \(folder)/key")
    }
  }
}
