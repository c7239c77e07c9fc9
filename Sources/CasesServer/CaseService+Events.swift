import CaseWire

extension CaseService {
  private static let mostEventsInRequest = 10_000

  func listEvents(
    _ number: CaseNumber, _ request: HTTPRequest
  ) throws(Refusal) -> HTTPResponse {
    let page = try QueryParameters(request.query).page("pgNum", "pgSize", defaultSize: 10_000)
    let rows = try refusing { () throws(ServerError) in try store.events(of: number, page: page) }
    guard let rows else { throw Refusal(404, .noSuchCase, "there is no case \(number)") }
    return list("{\"events\":[", rows)
  }

  func showEvent(_ id: EventID, _ number: CaseNumber) throws(Refusal) -> HTTPResponse {
    let document = try refusing { () throws(ServerError) in try store.event(id, of: number) }
    guard let document else {
      throw Refusal(404, .noSuchEvent, "there is no such case, or the event is not in it")
    }
    return json(document)
  }

  /// One event: refused where the case has it (contract, § 2).
  func addEvent(
    _ id: EventID, _ number: CaseNumber, _ user: User
  ) throws(Refusal) -> HTTPResponse {
    try refusing(missing: []) { () throws(ServerError) in
      try store.addEvents([id], to: number, isLenient: false, stamp(user))
    }
    return HTTPResponse(status: 204)
  }

  /// Many events: those that the case has are passed over (contract, § 8).
  func addEvents(
    _ number: CaseNumber, _ request: HTTPRequest, _ user: User
  ) throws(Refusal) -> HTTPResponse {
    guard case .array(let nodes) = try CaseBody.object(request.body)["events"] else {
      throw Refusal(400, .invalidBody, "events must be a list of event identifiers")
    }
    guard nodes.count <= Self.mostEventsInRequest else {
      throw Refusal(
        400, .tooManyEvents, "a request adds at most \(Self.mostEventsInRequest) events")
    }
    var seen: Set<EventID> = []
    var ids: [EventID] = []
    for node in nodes {
      guard let text = node.string, !text.isEmpty else {
        throw Refusal(400, .invalidBody, "events must be a list of event identifiers")
      }
      if seen.insert(EventID(text)).inserted { ids.append(EventID(text)) }
    }
    try refusing(missing: []) { () throws(ServerError) in
      try store.addEvents(ids, to: number, isLenient: true, stamp(user))
    }
    return HTTPResponse(status: 204)
  }

  func removeEvent(
    _ id: EventID, _ number: CaseNumber, _ user: User
  ) throws(Refusal) -> HTTPResponse {
    try refusing(missing: [.noSuchCase, .noSuchEvent]) { () throws(ServerError) in
      try store.removeEvent(id, from: number, stamp(user))
    }
    return HTTPResponse(status: 204)
  }

  func exportEvents(_ number: CaseNumber) throws(Refusal) -> HTTPResponse {
    var csv = EventCSV()
    let exists = try refusing { () throws(ServerError) in
      try store.eachEvent(of: number) { csv.append(row: $0, document: $1) }
    }
    guard exists else { throw Refusal(404, .noSuchCase, "there is no case \(number)") }
    return file("Case-\(number)-file-events.csv", "text/csv; charset=utf-8", csv.bytes)
  }
}
