import Glibc
import Threads
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct SecretReaderTests {
  private static let byHand =
    "Run it by hand to see why: the entry may not be there, or its store (gpg, keyring) locked."
  private static let install = "Install it, or mend secret-command in the settings file."

  private let spy = ConsoleSpy()

  private func secret(
    _ source: SecretSource, in folder: String = "/", limit: Int = 20_000
  ) throws(CommandError) -> String {
    let variables = ["PATH": "/usr/bin:/bin", "WORK": "from-env", "HOME": folder]
    return try SecretReader(Environment(variables), spy.console(answers: ["typed"]), limit: limit)
      .secret(source, of: "key-1", from: folder, for: "work")
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

  private static let failures: [(SecretSource, String)] = [
    (
      .shell("echo s3cret; exit 3"),
      "\(named("echo")) ended with status 3 and says nothing. \(byHand)"
    ),
    (
      .shell("echo s3cret; kill -9 $$"),
      "\(named("echo")) ended with signal 9 and says nothing. \(byHand)"
    ),
    (
      .shell("KEY=s3cret; echo $KEY; printf 'gpg: no %s\\033[2J\\nmore\\n' $KEY >&2; exit 2"),
      "\(unnamed) ended with status 2 and says: “gpg: no ***\\u{1b}[2J”. \(byHand)"
    ),
    (
      .command(["/nowhere/at/all"]),
      "\(named("/nowhere/at/all")) cannot be started: No such file or directory. \(install)"
    ),
    (
      .shell("nowhere-at-all s3cret | cat; exit 127"),
      "\(named("nowhere-at-all")) ended with status 127 and says: "
        + "“/bin/sh: 1: nowhere-at-all: not found”. \(install)"
    ),
    (
      .command(["true"]),
      "\(named("true")) printed an empty first line. Check that the entry it reads is "
        + "there, and holds the secret in its first line."
    ),
    (
      .shell("printf 's3c\\033ret'"),
      "what came from printf is no secret: it holds control characters"
    ),
    (
      .shell("yes s3cret"),
      "\(named("yes")) did not end within 20 seconds. It may wait for an answer that nobody sees: "
        + "unlock its store first, or run it by hand."
    ),
    (
      .variable("NONE"),
      "the secret's variable NONE of profile 'work' is not set; export it before the start"
    ),
    (
      .file("none"),
      "the secret's file '//none' of profile 'work' is not there; write the secret into it with mode "
        + "0600, or run 'caseworkbench login'"
    ),
  ]

  private static let unnamed = "the secret-command of profile 'work'"

  private static func named(_ program: String) -> String { "\(unnamed), '\(program)'," }

  @Test(arguments: failures)
  func aFailureIsToldWithWhatToTryAndWithoutTheSecret(source: SecretSource, text: String) {
    let error = #expect(throws: CommandError.self) { try secret(source) }
    #expect(error?.text == text)
    #expect(!spy.error.contains("s3cret"))
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
