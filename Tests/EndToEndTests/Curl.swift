import CaseWire
import FoundationEssentials
import Testing

/// Requests through curl(1), as the guide of the Cases API makes them.
struct Curl {
  /// What curl brought back.
  struct Answer {
    let status: Int
    let body: [UInt8]

    /// The body as JSON; null where it is none.
    var json: JSONValue { (try? WireJSON.decode(JSONValue.self, from: body)) ?? .null }
  }

  private let url: String
  private let token: String
  private let folder: String

  /// Fetches a token.
  init(url: String, user: ServerProcess.NewUser, in folder: String) throws {
    let answer = try Self.run(
      ["-X", "POST", "-u", "\(user.clientId):\(user.clientSecret)", url + "/v1/oauth"], in: folder)
    try #require(answer.status == 200)
    guard case .string(let token) = answer.json["access_token"] else {
      throw TestFailure("no token in \(answer.json)")
    }
    self.url = url
    self.token = token
    self.folder = folder
  }

  /// Sends a request with the header fields of the guide.
  func send(_ method: String, _ target: String, body: String? = nil) throws -> Answer {
    try Self.run(
      [
        "-X", method, url + target, "-H", "content-type: application/json",
        "-H", "authorization: Bearer \(token)",
      ] + (body.map { ["-d", $0] } ?? []), in: folder)
  }

  /// The first event of the sample cases: its identifier, and how it is listed.
  func someEvent() throws -> (id: String, row: JSONValue) {
    for number in 1...20 {
      let row = try send("GET", "/v1/cases/\(number)/fileevent").json["events"][0]
      if case .string(let id) = row["eventId"] { return (id, row) }
    }
    throw TestFailure("none of the sample cases has an event")
  }

  /// Runs curl with arguments of one's own.
  static func run(_ arguments: [String], in folder: String) throws -> Answer {
    let file = "\(folder)/\(UInt64.random(in: 0 ... .max)).body"
    let run = try Run(
      ["-sS", "-o", file, "-w", "%{http_code}"] + arguments, of: "/usr/bin/curl", in: folder)
    try #require(run.status == .exited(0), "curl: \(run.error)")
    let body = FileManager.default.contents(atPath: file).map(Array.init) ?? []
    return Answer(status: try #require(Int(run.output)), body: body)
  }
}

/// Why a test cannot go on.
struct TestFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension JSONValue {
  /// The value under a key; null where there is none.
  subscript(key: String) -> JSONValue {
    guard case .object(let fields) = self else { return .null }
    return fields[key] ?? .null
  }

  /// The value at a position; null where there is none.
  subscript(index: Int) -> JSONValue {
    guard case .array(let values) = self, values.indices.contains(index) else { return .null }
    return values[index]
  }
}
