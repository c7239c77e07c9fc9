import CaseWire
import Glibc
import TestSupport
import Testing

@Suite struct ServerStartTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func announcesItselfAndEndsCleanly(signal: Int32) async throws {
    try await Scratch.use { folder in
      let server = try ServerProcess(data: folder + "/data", ["--sample-data", "20"], in: folder)
      let refused = try Curl.run([server.url + "/v1/cases"], in: folder)
      #expect(refused.status == 401)
      #expect(try server.end(signal) == .exited(0))
      #expect(server.error == "")
    }
  }

  @Test func listensOnIPv6() async throws {
    try await Scratch.use { folder in
      let server = try ChildProcess(
        ["server", "start", "--listen=[::1]:0", "--data", folder + "/data"], in: folder)
      let url = try #require(
        try server.firstLine().wholeMatch(of: #/listening on (http://\[::1\]:\d+)/#)?.1)
      #expect(try Curl.run(["-g", url + "/v1/cases"], in: folder).status == 401)
      server.send(SIGTERM)
      #expect(try server.wait() == .exited(0))
    }
  }

  @Test func warnsWhereOtherMachinesCanReachIt() async throws {
    try await Scratch.use { folder in
      let server = try ChildProcess(
        ["server", "start", "--listen", "0.0.0.0:0", "--data", folder + "/data"], in: folder)
      _ = try server.firstLine()
      #expect(
        server.error
          == "caseworkbench: warning: 0.0.0.0 can be reached from other machines, "
          + "and requests are not encrypted\n")
      server.send(SIGTERM)
      #expect(try server.wait() == .exited(0))
    }
  }

  @Test func aPortInUseIsTold() async throws {
    try await Scratch.use { folder in
      let server = try ServerProcess(data: folder + "/data", in: folder)
      let address = String(server.url.dropFirst("http://".count))
      let second = try Run(
        ["server", "start", "--listen", address, "--data", folder + "/data"], in: folder)
      #expect(second.status == .exited(1))
      #expect(second.output == "")
      #expect(second.error.hasPrefix("caseworkbench: ") && second.error.contains(address))
      #expect(second.error.filter { $0 == "\n" }.count == 1)
      try server.end()
    }
  }

  @Test func twoServersShareAFolder() async throws {
    try await Scratch.use { folder in
      let data = folder + "/data"
      let one = try ServerProcess(data: data, in: folder)
      let other = try ServerProcess(data: data, in: folder)
      let user = try ServerProcess.addUser("jo@example.com", to: data, in: folder)
      // A token is good at the server that gave it; users and cases are common.
      let first = try Curl(url: one.url, user: user, in: folder)
      let second = try Curl(url: other.url, user: user, in: folder)
      for number in 1...10 {
        let writer = number.isMultiple(of: 2) ? first : second
        let body = #"{"name":"case \#(number)"}"#
        let made = try writer.send("POST", "/v1/cases", body: body)
        #expect(made.json["number"] == .integer(Int64(number)))
        let reader = number.isMultiple(of: 2) ? second : first
        let read = try reader.send("GET", "/v1/cases/\(number)")
        #expect(read.json == made.json)
      }
      #expect(try one.end() == .exited(0))
      #expect(try other.end() == .exited(0))
    }
  }

  @Test func sampleDataComesOnceAndIsAlwaysTheSame() async throws {
    try await Scratch.use { folder in
      var pages: [Curl.Answer] = []
      for data in ["/one", "/other", "/one"] {
        let server = try ServerProcess(data: folder + data, ["--sample-data", "30"], in: folder)
        let user = try ServerProcess.addUser("jo@example.com", to: folder + data, in: folder)
        pages.append(
          try Curl(url: server.url, user: user, in: folder).send("GET", "/v1/cases?pgSize=50"))
        try server.end()
        #expect(server.error.contains("holds cases already") == (pages.count == 3))
      }
      #expect(pages[0].json["totalCount"] == .integer(30))
      #expect(pages.map(\.json) == Array(repeating: pages[0].json, count: 3))
    }
  }
}
