import CaseWire
import CasesAPI
import CasesHTTP
import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// A server with sample cases, an analyst's home, and a client that looks at the server itself.
struct Workplace {
  let server: ServerProcess
  let folder: String
  let client: CasesClient
  private let user: ServerProcess.NewUser
  private let transport: CurlTransport

  /// Runs a test at a workplace of its own.
  ///
  /// - Parameters:
  ///   - sampleCases: how many sample cases the server has.
  ///   - body: the test.
  /// - Throws: what the test throws, or an issue where the server does not start.
  static func use(
    sampleCases: Int = 240, _ body: (Workplace) async throws -> Void
  ) async throws {
    try await Scratch.use { folder in
      let data = "\(folder)/data"
      let server = try ServerProcess(
        data: data, sampleCases == 0 ? [] : ["--sample-data", "\(sampleCases)"], in: folder)
      let user = try ServerProcess.addUser("analyst@example.com", to: data, in: folder)
      let transport = CurlTransport(
        to: try ServerAddress(server.url), version: "test", through: nil)
      defer {
        transport.stop()
        server.send(SIGCONT)
        server.send(SIGTERM)
      }
      try await body(
        Workplace(
          server: server, folder: folder,
          client: CasesClient(
            over: transport, as: .apiClient(id: user.clientId, secret: user.clientSecret)),
          user: user, transport: transport))
    }
  }

  /// Writes a file into the home of the analyst, for nobody else to read.
  func write(_ text: String, as name: String) throws {
    let path = "\(folder)/\(name)"
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    try Scratch.setMode(0o600, of: path)
  }

  /// Opens the workbench and waits for its first screen.
  func open(
    _ width: Int = 120, _ height: Int = 40, environment: [String: String] = [:]
  ) throws -> PTYProcess {
    let program = try start(width, height, environment: environment)
    try program.waitFor("the first cases") { $0.contains("1 of ") }
    return program
  }

  /// Opens the workbench and waits for nothing.
  func start(
    _ width: Int = 120, _ height: Int = 40, environment: [String: String] = [:]
  ) throws -> PTYProcess {
    try PTYProcess(
      "caseworkbench", size: Size(width: width, height: height),
      environment: [
        "HOME": folder, "CASEWORKBENCH_URL": server.url,
        "CASEWORKBENCH_CLIENT_ID": user.clientId,
        "CASEWORKBENCH_CLIENT_SECRET": user.clientSecret,
      ].merging(environment) { $1 })
  }

  /// The drafts on disk by their names, each with the findings in it as `caseworkbench drafts`
  /// tells them.
  ///
  /// - Parameter home: the home in which they lie, if not the usual one.
  /// - Returns: such as `case-17~2` and its findings.
  /// - Throws: an issue where they cannot be told.
  func drafts(in home: String? = nil) throws -> [String: String] {
    struct Row: Decodable { let id: String }
    let environment = ["HOME": home ?? folder]
    let list = try Run(["drafts", "list", "--json"], environment: environment, in: folder)
    try #require(list.status == .exited(0), "\(list.error)")
    var found: [String: String] = [:]
    for row in try WireJSON.decode([Row].self, from: Array(list.output.utf8)) {
      let shown = try Run(
        ["drafts", "show", row.id, "--field", "findings"], environment: environment, in: folder)
      try #require(shown.status == .exited(0), "\(shown.error)")
      found[row.id.split(separator: "/").last.map(String.init) ?? row.id] = shown.output
    }
    return found
  }

  /// The open case that the list shows first.
  func newest() async throws -> Case {
    var filter = CaseFilter()
    filter.statuses = [.open]
    let page = try await client.cases(
      filter, order: CaseOrder(by: .updatedAt, isDescending: true),
      page: PageRequest(number: 1, size: 1))
    return try await client.getCase(try #require(page.cases.first).number)
  }
}
