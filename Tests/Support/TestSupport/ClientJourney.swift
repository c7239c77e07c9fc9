public import CaseWire
public import CasesAPI
import CasesServer

/// An analyst's work with every operation of the client once, told line by line.
///
/// The same lines must come out whatever carries the requests.
public struct ClientJourney: Sendable {
  private let client: CasesClient
  private let analyst: User

  /// Prepares the work.
  ///
  /// - Parameters:
  ///   - client: a client of a server with no case and the sample data's loose events.
  ///   - analyst: who the client signs in as.
  public init(_ client: CasesClient, as analyst: User) {
    self.client = client
    self.analyst = analyst
  }

  /// Does the work.
  ///
  /// - Returns: what came of each step.
  /// - Throws: `CasesError` of the step that failed unexpectedly.
  public func run() async throws(CasesError) -> [String] {
    var lines: [String] = []
    let users = try await client.users(named: analyst.username)
    let byID = try await client.user(analyst.userId)
    lines.append("analyst known: \(users == [analyst] && byID == analyst)")
    let actors = try await client.actors(
      ActorFilter(nameStartsWith: String(analyst.username.uppercased().prefix(3))),
      page: PageRequest(number: 1, size: 10))
    let same = CaseActor(actorId: analyst.userId, name: analyst.username)
    lines.append("completed: \(actors.contains(same))")
    let content = CaseContent(
      name: "a+b & c=d #1 ü 100%", description: "d", findings: "one\n\ttwo  \n",
      assignee: analyst.userId)
    guard case .created(let made) = await client.createOnce(content) else { return lines }
    lines.append("made: \(made.number) \(made.content == content) \(made.summary.status)")
    let again = await word { (client) throws(CasesError) in
      _ = try await client.create(content)
    }
    lines.append("again: \(again)")
    var filter = CaseFilter()
    filter.name = "B & C=D #1 Ü"
    filter.isAssigned = true
    filter.assignee = analyst.userId
    filter.statuses = [.open, .closed]
    filter.createdAt = TimeSpan(start: made.summary.createdAt, end: nil)
    filter.updatedAt = TimeSpan(start: nil, end: made.summary.updatedAt)
    let page = try await client.cases(
      filter, order: CaseOrder(by: .updatedAt, isDescending: true),
      page: PageRequest(number: 1, size: 10))
    lines.append("found: \(page == CasePage(cases: [made.summary], totalCount: 1))")
    lines += try await workOnEvents(of: made.number)
    return lines + (try await finish(made))
  }

  private func workOnEvents(of number: CaseNumber) async throws(CasesError) -> [String] {
    let id = SampleData.looseEventID(3)
    try await client.add(id, to: number)
    let again = await word { (client) throws(CasesError) in try await client.add(id, to: number) }
    let missing = await word { (client) throws(CasesError) in
      try await client.add(EventID("a/b?c#d é"), to: number)
    }
    let events = try await client.events(of: number, page: PageRequest(number: 1, size: 10))
    var isWhole = false
    if case .object(let fields) = try await client.event(id, of: number),
      case .object(let event) = fields["event"]
    {
      isWhole = event["id"] == .string(id.rawValue)
    }
    let more = [id, SampleData.looseEventID(4), SampleData.looseEventID(5)]
    let bulk = await client.addOnce(more, to: number) == .done
    let removed = await client.removeOnce(more[2], from: number) == .done
    let left = try await client.events(of: number, page: PageRequest(number: 1, size: 10))
    let sink = MemorySink()
    let csv = try await client.eventCSV(of: number, into: sink)
    let isWholeCSV = sink.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && sink.count == csv.byteCount
    return [
      "event again: \(again), missing: \(missing)",
      "events: \(events.events.map(\.eventId) == [id]) \(events.totalCount ?? -1) \(isWhole)",
      "bulk: \(bulk) \(removed) \(Set(left.events.map(\.eventId)) == Set(more.prefix(2)))",
      "csv: \(csv.proposedName ?? "-") \(isWholeCSV)",
    ]
  }

  private func finish(_ made: Case) async throws(CasesError) -> [String] {
    var edited = made.content
    edited.findings = nil
    let closing = CaseChange(made.number, base: made.content, edited: edited, closes: true)
    let sink = MemorySink()
    let pdf = try await client.summaryPDF(of: made.number, into: sink)
    var lines = ["pdf: \(pdf.proposedName ?? "-") \(sink.count == pdf.byteCount)"]
    if case .saved(let closed, kept: []) = await client.save(closing) {
      lines.append("closed: \(closed.summary.status) \(closed.content == edited)")
    }
    if case .saved(let latest, kept: []) = await client.save(closing) {
      lines.append("closed already: \(latest.summary.status)")
    }
    let late = CaseChange(made.number, base: edited, edited: made.content)
    if case .settled(let latest) = await client.save(late) {
      lines.append("too late: \(latest.content == edited)")
    }
    lines.append("history: \(try await history(of: made.number))")
    let deleted = await client.deleteOnce(made.number) == .done
    let gone = await word { (client) throws(CasesError) in
      _ = try await client.getCase(made.number)
    }
    lines.append("deleted: \(deleted), \(gone)")
    let none = await word { (client) throws(CasesError) in
      _ = try await client.getCase(CaseNumber(1_000_000))
    }
    lines.append("none: \(none)")
    return lines
  }

  /// The newest changes first, in two pages.
  private func history(of number: CaseNumber) async throws(CasesError) -> String {
    var entries: [HistoryEntry] = []
    for page in 1...2 {
      let answer = try await client.history(of: number, page: PageRequest(number: page, size: 3))
      guard answer.totalCount == 5 else { return "\(answer.totalCount)" }
      entries += answer.history
    }
    let isMine = entries.allSatisfy {
      $0.userUid == analyst.userId && $0.username == analyst.username
    }
    return entries.map { entry in
      let fields = entry.changes.map(\.field).joined(separator: "+")
      return "\(fields)\(entry.eventsAdded.count)-\(entry.eventsRemoved.count)"
    }.joined(separator: " ") + " \(isMine)"
  }

  private func word(
    _ body: (CasesClient) async throws(CasesError) -> Void
  ) async -> String {
    do throws(CasesError) {
      try await body(client)
      return "done"
    } catch {
      if case .notFound = error { return "not found" }
      return error.word?.rawValue ?? "\(error)"
    }
  }

  /// What the work comes to on the project's own server.
  public static let expected = [
    "analyst known: true",
    "completed: true",
    "made: 1 true OPEN",
    "again: NAME_EXISTS",
    "found: true",
    "event again: CASE_ALREADY_HAS_EVENT, missing: NO_SUCH_EVENT",
    "events: true 1 true",
    "bulk: true true true",
    "csv: Case-1-file-events.csv true",
    "pdf: Case-1.pdf true",
    "closed: CLOSED true",
    "closed already: CLOSED",
    "too late: true",
    "history: status+findings0-0 0-1 2-0 1-0 name+status+assignee+description+findings0-0 true",
    "deleted: true, not found",
    "none: not found",
  ]
}
