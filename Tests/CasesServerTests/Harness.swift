import CaseWire
import CasesServer
import FoundationEssentials
import Threads
import Testing

/// A service over a store in a folder of its own, with a clock that the test moves.
struct Harness {
  static let start = Timestamp("2020-10-27T15:16:05.369203Z") ?? Timestamp(microseconds: 0)

  let folder: String
  let store: SQLiteCaseStore
  let service: CaseService
  let token: String
  private let now: Locked<Timestamp>

  init(sampleCases: Int? = nil) throws {
    folder = FileManager.default.temporaryDirectory.path + "/cases-" + UUID().uuidString
    store = try SQLiteCaseStore(folder: folder)
    let now = Locked(Self.start)
    self.now = now
    service = CaseService(store: store) { now.withLock { $0 } }
    if let sampleCases { try SampleData.fill(store, cases: sampleCases, now: Self.start) }
    _ = try service.addUser("admin@example.com")
    token = try service.issueToken(for: "admin@example.com") ?? ""
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Moves the clock.
  func advance(seconds: Int64) { now.withLock { $0 = $0.adding(seconds: seconds) } }

  /// Sends a request with the token.
  func send(
    _ method: HTTPMethod, _ path: String, query: String? = nil, body: String = "",
    token: String? = nil
  ) -> HTTPResponse {
    service.respond(
      to: HTTPRequest(
        method, path, query: query,
        headers: [
          "Authorization": "Bearer \(token ?? self.token)", "Content-Type": "application/json",
        ], body: Array(body.utf8)))
  }

  /// Makes a case and gives its number.
  func make(_ name: String, _ more: String = "") -> Int64 {
    let response = send(.post, "/v1/cases", body: #"{"name":"\#(name)"\#(more)}"#)
    return json(response)["number"]?.integer ?? 0
  }

  /// The names of a list, in its order.
  func names(_ query: String) -> [String] {
    let body = send(.get, "/v1/cases", query: query).body
    return (try? WireJSON.decode(CasePage.self, from: body))?.cases.map(\.name) ?? []
  }

  /// The body of an answer.
  func json(_ response: HTTPResponse) -> JSONValue {
    (try? WireJSON.decode(JSONValue.self, from: response.body)) ?? .null
  }

  /// Status and problem word of an answer.
  func refusal(_ response: HTTPResponse) -> String {
    "\(response.status) \(json(response)["problem"]?.string ?? "-")"
  }

  /// Loads events that are in no case yet; only before the first case is made.
  func load(_ events: [StoredEvent]) throws {
    _ = try store.loadIfEmpty { loader throws(ServerError) in
      for event in events { try loader.load(event) }
    }
  }

  /// An event with a row that has its identifier alone, unless told otherwise.
  static func event(
    _ id: String, _ time: String = "2020-10-26T18:56:04.661Z", row: String? = nil,
    document: String = "{}"
  ) throws -> StoredEvent {
    let quoted = try WireJSON.encode(id)
    let row = row.map { Array($0.utf8) } ?? Array(#"{"eventId":"#.utf8) + quoted + [125]
    return StoredEvent(
      id: EventID(id), timestamp: try #require(Timestamp(time)), row: row,
      document: Array(document.utf8))
  }
}
