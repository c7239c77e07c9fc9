import CaseWire
import CasesServer
import Glibc
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct AddUserCommandTests {
  private func run(_ name: String, in folder: String, failure: SystemError? = nil) throws -> String
  {
    let spy = ConsoleSpy()
    try AddUserCommand(Environment(["HOME": folder]), spy.console(failure: failure))
      .run(try Arguments(["server", "add-user", "--", name]))
    return spy.output
  }

  @Test func printsOneObjectWithASecretThatWorks() async throws {
    try await Scratch.use { folder in
      let output = try run(" jo@example.com ", in: folder)
      #expect(output.hasSuffix("}\n") && output.filter { $0 == "\n" }.count == 1)
      let user = try WireJSON.decode([String: String].self, from: Array(output.utf8))
      #expect(Set(user.keys) == ["userUid", "username", "clientId", "clientSecret"])
      #expect(user["username"] == "jo@example.com")
      let store = try SQLiteCaseStore(folder: folder + "/.local/share/caseworkbench/server")
      let service = CaseService(store: store) { WallClock.now }
      let form =
        "grant_type=client_credentials&client_id=\(user["clientId"] ?? "")"
        + "&client_secret=\(user["clientSecret"] ?? "")"
      let answer = service.respond(
        to: HTTPRequest(
          .post, "/v1/oauth", headers: ["Content-Type": "application/x-www-form-urlencoded"],
          body: Array(form.utf8)))
      #expect(answer.status == 200)
    }
  }

  @Test(arguments: ["-rf", "--help", "-1", "- note", "@file", "=x", "名前"])
  func aNameMayBeginWithAnything(name: String) async throws {
    try await Scratch.use { folder in
      let user = try WireJSON.decode(
        [String: String].self, from: Array(try run(name, in: folder).utf8))
      #expect(user["username"] == name)
    }
  }

  @Test func aBlankNameIsRefused() async throws {
    try await Scratch.use { folder in
      let error = #expect(throws: CommandError.self) { try run(" ", in: folder) }
      #expect(error?.exitCode == .failure)
    }
  }

  @Test func aSecretThatCouldNotBeShownIsTold() async throws {
    try await Scratch.use { folder in
      #expect(
        throws: CommandError.failed(
          "the user was added, but the secret was not shown: No space left on device; add it again")
      ) { try run("jo", in: folder, failure: SystemError(ENOSPC)) }
    }
  }
}
