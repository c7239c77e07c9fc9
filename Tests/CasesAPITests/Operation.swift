import CaseWire
import CasesAPI
import TestSupport
import Testing

/// A call of the client, for tests that go through all of them.
struct Operation: CustomTestStringConvertible, Sendable {
  /// What the answer of a request that was done consists of.
  enum Answer: Sendable {
    case json, looseJSON, file, nothing
  }

  let operation: CasesOperation
  let answer: Answer
  let call: @Sendable (CasesClient) async throws(CasesError) -> Void
  var testDescription: String

  private init(
    _ operation: CasesOperation, _ answer: Answer, as variant: String = "",
    _ call: @escaping @Sendable (CasesClient) async throws(CasesError) -> Void
  ) {
    self.operation = operation
    self.answer = answer
    self.call = call
    testDescription = operation.rawValue + variant
  }

  private static let number = CaseNumber(15)
  private static let event = EventID("e")
  private static let content = CaseContent(name: "n")

  /// Every operation of the client but signing in, which comes before each.
  static let all = [
    Operation(.createCase, .json) { (client) throws(CasesError) in
      _ = try await client.create(content)
    },
    Operation(.listCases, .json) { (client) throws(CasesError) in
      _ = try await client.cases(CaseFilter(), order: .byNumber, page: .first)
    },
    Operation(.getCase, .json) { (client) throws(CasesError) in
      _ = try await client.getCase(number)
    },
    Operation(.getHistory, .json) { (client) throws(CasesError) in
      _ = try await client.history(of: number, page: .first)
    },
    Operation(.replaceCase, .json) { (client) throws(CasesError) in
      _ = try await client.replace(
        number, with: CaseReplacement(content: content, status: .open))
    },
    Operation(.deleteCase, .nothing) { (client) throws(CasesError) in
      try await client.delete(number)
    },
    Operation(.exportSummary, .file) { (client) throws(CasesError) in
      _ = try await client.summaryPDF(of: number, into: MemorySink())
    },
    Operation(.exportArchive, .file) { (client) throws(CasesError) in
      _ = try await client.archive(of: number, parts: .all, into: MemorySink())
    },
    Operation(.listEvents, .json) { (client) throws(CasesError) in
      _ = try await client.events(of: number, page: .first)
    },
    Operation(.addEvents, .nothing) { (client) throws(CasesError) in
      try await client.add([event], to: number)
    },
    Operation(.exportEvents, .file) { (client) throws(CasesError) in
      _ = try await client.eventCSV(of: number, into: MemorySink())
    },
    Operation(.getEvent, .looseJSON) { (client) throws(CasesError) in
      _ = try await client.event(event, of: number)
    },
    Operation(.addEvent, .nothing) { (client) throws(CasesError) in
      try await client.add(event, to: number)
    },
    Operation(.removeEvent, .nothing) { (client) throws(CasesError) in
      try await client.remove(event, from: number)
    },
    Operation(.getSourceFile, .file) { (client) throws(CasesError) in
      _ = try await client.sourceFile(of: event, in: number, into: MemorySink())
    },
    Operation(.findUsers, .json) { (client) throws(CasesError) in
      _ = try await client.users(named: "jo")
    },
    Operation(.findUsers, .json, as: " at the old host") { (client) throws(CasesError) in
      _ = try await client.oldHostUsers(named: "jo")
    },
    Operation(.getUser, .json) { (client) throws(CasesError) in
      _ = try await client.user(UserUID("1"))
    },
    Operation(.findActors, .json) { (client) throws(CasesError) in
      _ = try await client.actors(ActorFilter(nameStartsWith: "jo"), page: .first)
    },
    Operation(.getActor, .json) { (client) throws(CasesError) in
      _ = try await client.actor(UserUID("1"))
    },
    Operation(.getParentActor, .json) { (client) throws(CasesError) in
      _ = try await client.parent(ofActorNamed: "jo")
    },
    Operation(.searchEvents, .json) { (client) throws(CasesError) in
      _ = try await client.searchEvents(
        EventQuery(EventFilter(.id, is: "e")), pageSize: 10, token: "")
    },
    Operation(.searchEvents, .json, as: " of version 1") { (client) throws(CasesError) in
      _ = try await client.searchEvents(Self.version1, pageSize: 10, token: "", at: .deprecated)
    },
    Operation(.searchEvents, .json, as: " at the old host") { (client) throws(CasesError) in
      _ = try await client.searchEvents(
        EventQuery(EventFilter(.id, is: "e")), pageSize: 10, token: "", at: .oldHost)
    },
    Operation(.searchEvents, .json, as: " of version 1 at the old host") {
      (client) throws(CasesError) in
      _ = try await client.searchEvents(
        Self.version1, pageSize: 10, token: "", at: .oldHostDeprecated)
    },
  ]

  private static let version1 = EventQuery(EventFilter(EventTerm.Version1.id, is: "e"))
}
