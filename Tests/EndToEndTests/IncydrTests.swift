import CaseWire
import FoundationEssentials
import TestSupport
import Testing

/// incydr's SDK, as it is published, on the server.
@Suite struct IncydrTests {
  private static let interpreter =
    ProcessInfo.processInfo.environment["CASEWORKBENCH_TEST_INCYDR_PYTHON"]

  @Test(
    .enabled(
      if: interpreter != nil,
      "CASEWORKBENCH_TEST_INCYDR_PYTHON names no Python that has incydr; Config/test sets it"))
  func itsSDKWorksAsItIs() async throws {
    let python = try #require(Self.interpreter)
    try await Scratch.use { folder in
      let data = folder + "/data"
      let server = try ServerProcess(data: data, ["--sample-data", "30"], in: folder)
      let user = try ServerProcess.addUser("sdk@example.com", to: data, in: folder)
      let curl = try Curl(url: server.url, user: user, in: folder)
      let event = try curl.someEvent().id
      let run = try Run(
        [Self.script], of: python,
        environment: [
          "INCYDR_URL": server.url, "INCYDR_API_CLIENT_ID": user.clientId,
          "INCYDR_API_CLIENT_SECRET": user.clientSecret, "USER_UID": user.userUid,
          "EVENT_ID": event,
        ], in: folder)
      try #require(run.status == .exited(0), "\(run.error)")
      let seen = try WireJSON.decode(JSONValue.self, from: Array(run.output.utf8))
      let name = JSONValue.string("From the SDK é 中文")
      let uid = JSONValue.string(user.userUid)
      #expect(
        seen
          == .object([
            "actors": .array([
              .array([uid, .string("sdk@example.com"), .bool(true)])
            ]), "people": .bool(true), "inactive": .array([]),
            "created": .array([
              name, .string("OPEN"), uid, .string("sdk@example.com"),
              .string("# Findings\n\n- one\n- two"),
            ]),
            "named": .bool(true), "assigned": .bool(true), "createdNow": .bool(true),
            "open": .bool(true), "total": .integer(31), "sorted": .bool(true),
            "updated": .array([name, .null, .string("# Findings\n\n- one\n- two\n- three"), uid]),
            "read": .bool(true), "events": .array([.string(event)]), "detail": .string(event),
            "closed": .string("CLOSED"),
            "late": .array([.integer(400), .string("NO_EDITS_ONCE_CLOSED")]),
          ]))
      try server.end()
    }
  }

  private static var script: String {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Support/incydr_journey.py"
  }
}
