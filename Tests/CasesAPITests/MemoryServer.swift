import CaseWire
import CasesAPI
import Threads
import TestSupport

/// A Cases API in memory that can be told to fail in the middle; it keeps what it was sent.
final class MemoryServer: Sendable {
  /// What goes wrong with a request that changes something.
  enum Fault: Sendable {
    /// The answer does not come, and the change is made, or not.
    case lost(TransportError.Kind, isDone: Bool)
    /// Another answer comes, and the change is made, or not.
    case answered(Int, String, isDone: Bool)
  }

  private struct Contents {
    var cases: [Case]
    var events: Set<EventID> = []
    var givesTags = false
    var tags: [CaseNumber: Int] = [:]
    var changeFaults: [Fault] = []
    var readFaults: [Fault] = []
    var beforeChange: [CaseReplacement] = []
  }

  private let contents: Locked<Contents>

  /// Makes a server with some cases.
  ///
  /// - Parameters:
  ///   - cases: the cases.
  ///   - events: the events that all of them have.
  ///   - givesTags: whether it gives entity tags, and holds to them.
  init(_ cases: Case..., events: Set<EventID> = [], givesTags: Bool = false) {
    contents = Locked(Contents(cases: cases, events: events, givesTags: givesTags))
  }

  /// The events of the cases as they are now.
  var events: Set<EventID> { contents.withLock { $0.events } }

  /// The cases as they are now.
  var cases: [Case] { contents.withLock { $0.cases } }

  /// Lets the next change fail.
  func failChange(_ fault: Fault) { contents.withLock { $0.changeFaults.append(fault) } }

  /// Lets the reading of a case fail that follows a change that failed.
  func failReadAfterwards(_ fault: Fault) { contents.withLock { $0.readFaults.append(fault) } }

  /// Forgets the faults that have not come about.
  func forgetFaults() {
    contents.withLock { contents in
      contents.changeFaults = []
      contents.beforeChange = []
      contents.readFaults = []
    }
  }

  /// Lets somebody else replace case 1 just before the next change arrives.
  func replaceBeforeChange(_ replacement: CaseReplacement) {
    contents.withLock { $0.beforeChange.append(replacement) }
  }

  /// A transport to this server.
  func transport() -> FakeTransport {
    FakeTransport { [self] (request) async throws(TransportError) in
      try contents.withLock { contents throws(TransportError) in
        try Self.answer(request, &contents)
      }
    }
  }

  private static func answer(
    _ request: HTTPRequest, _ contents: inout Contents
  ) throws(TransportError) -> HTTPResponse {
    guard request.method != .get else {
      if contents.changeFaults.isEmpty, !contents.readFaults.isEmpty {
        return try perform(contents.readFaults.removeFirst()) {}
      }
      return read(request, contents)
    }
    if !contents.beforeChange.isEmpty {
      replace(0, with: contents.beforeChange.removeFirst(), &contents)
    }
    guard contents.changeFaults.isEmpty else {
      return try perform(contents.changeFaults.removeFirst()) { _ = change(request, &contents) }
    }
    return change(request, &contents)
  }

  private static func perform(
    _ fault: Fault, _ work: () -> Void
  ) throws(TransportError) -> HTTPResponse {
    switch fault {
    case .lost(let kind, let isDone):
      if isDone { work() }
      throw TransportError(kind, "told to fail")
    case .answered(let status, let text, let isDone):
      if isDone { work() }
      return HTTPResponse(status: status, body: Array(text.utf8))
    }
  }

  private static func read(_ request: HTTPRequest, _ contents: Contents) -> HTTPResponse {
    let parts = request.path.split(separator: "/")
    if parts.count == 4 {
      let rows = contents.events.sorted { $0.rawValue < $1.rawValue }.map {
        FileEvent(eventId: $0, eventTimestamp: .start, exposure: [], fileName: nil)
      }
      return json(FileEventPage(events: rows, totalCount: rows.count))
    }
    if parts.count == 5 {
      let isThere = contents.events.contains(EventID(String(parts[4])))
      return isThere ? json(["event": String(parts[4])]) : HTTPResponse(status: 404)
    }
    guard request.path == "/v1/cases" else {
      let found = contents.cases.first { request.path == "/v1/cases/\($0.number)" }
      return found.map { whole($0, contents) } ?? HTTPResponse(status: 404)
    }
    let rows = contents.cases.map(\.summary)
    let isFirst = request.query?.contains("pgNum=1&") == true
    return json(CasePage(cases: isFirst ? rows : [], totalCount: rows.count))
  }

  private static func change(_ request: HTTPRequest, _ contents: inout Contents) -> HTTPResponse {
    if request.path.contains("/fileevent") { return changeEvents(request, &contents) }
    if request.method == .delete {
      let count = contents.cases.count
      contents.cases.removeAll { request.path == "/v1/cases/\($0.number)" }
      return HTTPResponse(status: contents.cases.count < count ? 204 : 404)
    }
    if request.method == .post {
      guard let content = try? WireJSON.decode(CaseContent.self, from: request.body) else {
        return HTTPResponse(status: 400)
      }
      let number = CaseNumber(Int64(contents.cases.count) + 1)
      let summary = CaseSummary(number: number, name: "", createdAt: .start, updatedAt: .start)
      contents.cases.append(Case(summary: summary))
      replace(
        contents.cases.count - 1, with: CaseReplacement(content: content, status: .open),
        &contents)
    } else {
      guard
        let replacement = try? WireJSON.decode(CaseReplacement.self, from: request.body),
        let index = contents.cases.firstIndex(where: { request.path == "/v1/cases/\($0.number)" })
      else { return HTTPResponse(status: 400) }
      guard contents.cases[index].summary.status == .open else {
        return HTTPResponse(
          status: 400, body: Array(#"{"problem": "NO_EDITS_ONCE_CLOSED"}"#.utf8))
      }
      if contents.givesTags, let wanted = request.headers["If-Match"],
        wanted != tag(of: contents.cases[index], contents)
      {
        return HTTPResponse(status: 412)
      }
      replace(index, with: replacement, &contents)
      return whole(contents.cases[index], contents)
    }
    return contents.cases.last.map(json) ?? HTTPResponse(status: 500)
  }

  private static func replace(
    _ index: Int, with replacement: CaseReplacement, _ contents: inout Contents
  ) {
    let content = replacement.content
    contents.cases[index].summary.name = String(content.name.drop { $0 == " " })
    contents.cases[index].description = content.description
    contents.cases[index].findings = content.findings
    contents.cases[index].summary.subject = content.subject
    contents.cases[index].summary.assignee = content.assignee
    contents.cases[index].summary.status = replacement.status
    contents.tags[contents.cases[index].number, default: 0] += 1
  }

  private static func changeEvents(
    _ request: HTTPRequest, _ contents: inout Contents
  ) -> HTTPResponse {
    let parts = request.path.split(separator: "/")
    if parts.count == 5 {
      let event = EventID(String(parts[4]))
      if request.method == .delete {
        return HTTPResponse(status: contents.events.remove(event) == nil ? 404 : 204)
      }
      let isNew = contents.events.insert(event).inserted
      return HTTPResponse(
        status: isNew ? 204 : 400,
        body: isNew ? [] : Array(#"{"problem": "CASE_ALREADY_HAS_EVENT"}"#.utf8))
    }
    let body = try? WireJSON.decode([String: [EventID]].self, from: request.body)
    contents.events.formUnion(body?["events"] ?? [])
    return HTTPResponse(status: 204)
  }

  private static func tag(of item: Case, _ contents: Contents) -> String {
    "\"\(contents.tags[item.number] ?? 0)\""
  }

  private static func whole(_ item: Case, _ contents: Contents) -> HTTPResponse {
    var response = json(item)
    if contents.givesTags { response.headers["ETag"] = tag(of: item, contents) }
    return response
  }

  private static func json(_ value: some Encodable) -> HTTPResponse {
    HTTPResponse(status: 200, body: (try? WireJSON.encode(value)) ?? [])
  }
}

extension Timestamp {
  static let start = Timestamp(microseconds: 0)
}
