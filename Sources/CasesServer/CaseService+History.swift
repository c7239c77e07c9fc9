import CaseWire

extension CaseService {
  /// Entries hold whole texts, so a page of the usual size must not be as long as one of cases.
  private static let usualPage = 20
  private static let largestPage = 100

  func listHistory(
    _ number: CaseNumber, _ request: HTTPRequest
  ) throws(Refusal) -> HTTPResponse {
    let page = try QueryParameters(request.query).page(
      "pgNum", "pgSize", defaultSize: Self.usualPage, atMost: Self.largestPage)
    let rows = try refusing { () throws(ServerError) in
      try store.history(of: number, page: page)
    }
    guard let rows else { throw Refusal(404, .noSuchCase, "there is no case \(number)") }
    return list("{\"history\":[", rows)
  }
}
