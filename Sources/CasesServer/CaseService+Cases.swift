import CaseWire
import SummaryPDF

extension CaseService {
  func listCases(_ request: HTTPRequest) throws(Refusal) -> HTTPResponse {
    let query = try CaseListQuery(QueryParameters(request.query))
    let page = try refusing { () throws(ServerError) in try store.cases(query) }
    return list("{\"cases\":[", page)
  }

  func createCase(_ request: HTTPRequest, _ user: User) throws(Refusal) -> HTTPResponse {
    let body = try CaseBody(request.body)
    return whole(
      try refusing { () throws(ServerError) in try store.createCase(body.content, stamp(user)) })
  }

  func showCase(_ number: CaseNumber) throws(Refusal) -> HTTPResponse {
    whole(try existingCase(number))
  }

  func replaceCase(
    _ number: CaseNumber, _ request: HTTPRequest, _ user: User
  ) throws(Refusal) -> HTTPResponse {
    let body = try CaseBody(request.body)
    return whole(
      try refusing { () throws(ServerError) in
        try store.replaceCase(
          number, body.content, status: body.status, if: IfMatch(request.headers), stamp(user))
      })
  }

  func deleteCase(_ number: CaseNumber) throws(Refusal) -> HTTPResponse {
    try refusing { () throws(ServerError) in try store.deleteCase(number) }
    return HTTPResponse(status: 204)
  }

  func exportSummary(_ number: CaseNumber) throws(Refusal) -> HTTPResponse {
    let item = try existingCase(number)
    do {
      let pdf = try SummaryPDF.render(item, on: clock())
      return file("Case-\(number).pdf", "application/pdf", pdf)
    } catch {
      throw Refusal(503, .summaryUnavailable, error.description)
    }
  }

  private func existingCase(_ number: CaseNumber) throws(Refusal) -> Case {
    guard let item = try refusing({ () throws(ServerError) in try store.findCase(number) })
    else {
      throw Refusal(404, .noSuchCase, "there is no case \(number)")
    }
    return item
  }

  private func whole(_ item: Case) -> HTTPResponse {
    var writer = JSONWriter(capacity: 1_024 + (item.findings?.utf8.count ?? 0))
    writer.wholeCase(item)
    var response = json(writer.bytes)
    response.headers["ETag"] = IfMatch.tag(of: item)
    return response
  }

  /// A page of rows under a name, with the number of all rows.
  func list(_ opening: StaticString, _ page: RowPage) -> HTTPResponse {
    var writer = JSONWriter(capacity: page.json.count + 64)
    writer.raw(opening)
    writer.raw(page.json)
    writer.raw("],\"totalCount\":")
    writer.integer(page.totalCount)
    writer.raw("}")
    return json(writer.bytes)
  }
}
