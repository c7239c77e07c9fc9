import CaseWire
import CasesAPI

extension CasesOperation {
  /// The operation of a request (Cases API contract, § 1, 3, 4 and 8).
  ///
  /// - Parameter request: any request; nil is the result where it is none of the API's.
  init?(of request: HTTPRequest) {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let rest = parts.dropFirst(3)
    switch (request.method, parts.prefix(2).joined(separator: "/"), parts.count) {
    case (.post, "v1/oauth", 2): self = .signIn
    case (.post, "v2/file-events", 2), (.post, "v1/file-events", 2): self = .searchEvents
    case (.post, "forensic-search/queryservice", 5) where rest.last == "fileevent":
      self = .searchEvents
    case (.get, "api/v1", 3) where parts.last == "User": self = .findUsers
    case (.get, "v1/users", 2): self = .findUsers
    case (.get, "v1/users", 3): self = .getUser
    case (.get, "v1/actors", 4) where parts[3...] == ["actor", "search"]: self = .findActors
    case (.get, "v1/actors", 5) where parts[3...].starts(with: ["actor", "id"]): self = .getActor
    case (.get, "v1/actors", 6) where rest.first == "name" && rest.last == "parent":
      self = .getParentActor
    case (.get, "v1/cases", 2): self = .listCases
    case (.post, "v1/cases", 2): self = .createCase
    case (.get, "v1/cases", 3): self = .getCase
    case (.put, "v1/cases", 3): self = .replaceCase
    case (.delete, "v1/cases", 3): self = .deleteCase
    case (.get, "v1/cases", 4) where rest == ["export"]: self = .exportSummary
    case (.get, "v1/cases", 4) where rest == ["history"]: self = .getHistory
    case (.get, "v1/cases", 5) where rest == ["export", "full"]: self = .exportArchive
    case (.get, "v1/cases", 6) where rest.first == "fileevent" && rest.last == "file":
      self = .getSourceFile
    case (.get, "v1/cases", 4) where rest == ["fileevent"]: self = .listEvents
    case (.get, "v1/cases", 5) where rest == ["fileevent", "export"]: self = .exportEvents
    case (.get, "v1/cases", 5) where rest.first == "fileevent": self = .getEvent
    case (.post, "v1/cases", 5) where rest.first == "fileevent": self = .addEvent
    case (.post, "v1/cases", 4) where rest == ["fileevent"]: self = .addEvents
    case (.delete, "v1/cases", 5) where rest.first == "fileevent": self = .removeEvent
    default: return nil
    }
  }
}
