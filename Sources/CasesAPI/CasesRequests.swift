import CaseWire
import FoundationEssentials

/// The requests of the Cases API as values, without a token (Cases API contract, § 1).
enum CasesRequests {
  /// The token of an API client: HTTP Basic and an empty body (§ 3).
  static func token(id: String, secret: String) -> HTTPRequest {
    let proof = Data("\(id):\(secret)".utf8).base64EncodedString()
    return HTTPRequest(
      .post, "/v1/oauth",
      headers: ["Accept": "application/json", "Authorization": "Basic \(proof)"])
  }

  /// One page of the list; parameters in the order of their names, as the vendor's client has it.
  static func list(_ filter: CaseFilter, order: CaseOrder, page: PageRequest) -> HTTPRequest {
    var query = QueryText()
    query.add("assignee", filter.assignee?.rawValue)
    query.add("createdAt", filter.createdAt)
    query.add("isAssigned", filter.isAssigned.map(String.init))
    query.add("lastModifiedBy", filter.lastModifiedBy?.rawValue)
    query.add("name", filter.name)
    query.add(page)
    query.add("srtDir", order.isDescending ? "desc" : "asc")
    query.add("srtKey", order.key.rawValue)
    for status in filter.statuses { query.add("status", status.rawValue) }
    query.add("subject", filter.subject?.rawValue)
    query.add("updatedAt", filter.updatedAt)
    return HTTPRequest(.get, "/v1/cases", query: query.text, headers: acceptsJSON)
  }

  /// One case.
  static func get(_ number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.get, path(of: number), headers: acceptsJSON)
  }

  /// One page of a case's history (§ 8).
  static func history(of number: CaseNumber, page: PageRequest) -> HTTPRequest {
    var query = QueryText()
    query.add(page)
    return HTTPRequest(
      .get, "\(path(of: number))/history", query: query.text, headers: acceptsJSON)
  }

  /// A new case.
  static func create(_ content: CaseContent) throws(EncodingError) -> HTTPRequest {
    HTTPRequest(.post, "/v1/cases", headers: sendsJSON, body: try WireJSON.encode(content))
  }

  /// The whole of a case.
  ///
  /// - Parameters:
  ///   - number: the case.
  ///   - replacement: all six fields.
  ///   - tag: the entity tag of the only state that may be replaced; nil for any.
  /// - Returns: the request.
  /// - Throws: `EncodingError` when a field cannot be written.
  static func replace(
    _ number: CaseNumber, with replacement: CaseReplacement, ifMatch tag: String?
  ) throws(EncodingError) -> HTTPRequest {
    var headers = sendsJSON
    headers["If-Match"] = tag
    return HTTPRequest(
      .put, path(of: number), headers: headers, body: try WireJSON.encode(replacement))
  }

  /// The end of a case.
  static func delete(_ number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.delete, path(of: number), headers: acceptsJSON)
  }

  /// One page of a case's events.
  static func events(
    of number: CaseNumber, page: PageRequest, archive: String? = nil
  ) -> HTTPRequest {
    var query = QueryText()
    query.add("archiveId", archive)
    query.add(page)
    return HTTPRequest(
      .get, "\(path(of: number))/fileevent", query: query.text, headers: acceptsJSON)
  }

  /// Events that fit a query (§ 4).
  static func searchEvents(_ body: EventSearchBody) throws(EncodingError) -> HTTPRequest {
    HTTPRequest(
      .post, body.address.path, headers: sendsJSON, body: try WireJSON.encode(body))
  }

  /// One event of a case.
  static func event(_ event: EventID, of number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.get, path(of: event, in: number), headers: acceptsJSON)
  }

  /// An event for a case; the request has no body.
  static func add(_ event: EventID, to number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.post, path(of: event, in: number), headers: acceptsJSON)
  }

  /// Events for a case.
  static func add(
    _ events: [EventID], to number: CaseNumber
  ) throws(EncodingError) -> HTTPRequest {
    HTTPRequest(
      .post, "\(path(of: number))/fileevent", headers: sendsJSON,
      body: try WireJSON.encode(["events": events]))
  }

  /// An event that shall leave a case.
  static func remove(_ event: EventID, from number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.delete, path(of: event, in: number), headers: acceptsJSON)
  }

  /// The summary of a case as PDF.
  static func summaryPDF(of number: CaseNumber, language: String?) -> HTTPRequest {
    var query = QueryText()
    query.add("language", language)
    return HTTPRequest(
      .get, "\(path(of: number))/export", query: query.text, headers: acceptsFiles)
  }

  /// The events of a case as CSV.
  static func eventCSV(of number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.get, "\(path(of: number))/fileevent/export", headers: acceptsFiles)
  }

  /// All of a case as ZIP.
  static func archive(
    of number: CaseNumber, parts: CaseArchiveParts, language: String?
  ) -> HTTPRequest {
    var query = QueryText()
    query.add("summary", String(parts.contains(.summary)))
    query.add("fileEvents", String(parts.contains(.fileEvents)))
    query.add("files", String(parts.contains(.files)))
    query.add("language", language)
    return HTTPRequest(
      .get, "\(path(of: number))/export/full", query: query.text, headers: acceptsFiles)
  }

  /// The file that was captured with an event.
  static func sourceFile(of event: EventID, in number: CaseNumber) -> HTTPRequest {
    HTTPRequest(.get, "\(path(of: event, in: number))/file", headers: acceptsFiles)
  }

  /// Files come as they are: where they were packed for the way, their length would not be known.
  private static let acceptsFiles: HTTPHeaders = ["Accept": "*/*", "Accept-Encoding": "identity"]
  static let acceptsJSON: HTTPHeaders = ["Accept": "application/json"]
  private static let sendsJSON: HTTPHeaders = [
    "Accept": "application/json", "Content-Type": "application/json",
  ]

  private static func path(of number: CaseNumber) -> String { "/v1/cases/\(number)" }

  private static func path(of event: EventID, in number: CaseNumber) -> String {
    "\(path(of: number))/fileevent/\(PercentEncoding.encode(event.rawValue))"
  }
}

extension QueryText {
  fileprivate mutating func add(_ page: PageRequest) { addPage("pgNum", "pgSize", page) }

  /// Adds a page by the names that its number and size have there.
  mutating func addPage(_ number: String, _ size: String, _ page: PageRequest) {
    add(number, String(page.number))
    add(size, String(page.size))
  }
}
