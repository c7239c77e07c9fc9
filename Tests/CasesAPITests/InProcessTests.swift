import CaseWire
import CasesAPI
import TestSupport
import Testing

/// The client against the project's own server, without a socket.
@Suite struct InProcessTests {
  @Test func everyOperationDoesWhatItSays() async throws {
    let cases = try TestCases(cases: 0)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    let lines = try await ClientJourney(client, as: cases.analyst).run()
    #expect(lines == ClientJourney.expected)
  }

  @Test func aWrongSecretIsRefusedAtSignIn() async throws {
    let cases = try TestCases(cases: 0)
    let client = CasesClient(
      over: HandlerTransport(to: cases.service), as: .apiClient(id: "key-1", secret: "wrong"))
    await #expect(throws: CasesError.unauthorized(.signIn)) {
      try await client.getCase(CaseNumber(1))
    }
  }

  /// The place of a case, against the whole list.
  @Test(arguments: CaseSortKey.allCases, [false, true])
  func thePlaceOfACaseIsItsRow(key: CaseSortKey, isDescending: Bool) async throws {
    let cases = try TestCases(cases: 240)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    var filter = CaseFilter()
    filter.statuses = [.open]
    let order = CaseOrder(by: key, isDescending: isDescending)
    let rows = try await client.cases(
      filter, order: order, page: PageRequest(number: 1, size: 1_000)
    ).cases.map(\.number)
    let sought = stride(from: 0, to: rows.count, by: 13) + [rows.count - 1]
    var found: [Int?] = []
    for row in sought {
      found.append(try await client.place(of: rows[row], in: filter, order: order))
    }
    #expect(rows.count > 100 && found == sought)
    let closed = try #require((1...240).map { CaseNumber($0) }.first { !rows.contains($0) })
    let places = [
      try await client.place(of: closed, in: filter, order: order),
      try await client.place(of: CaseNumber(9_999), in: filter, order: order),
    ]
    #expect(places == [nil, nil])
  }

  /// All pages of the sample data, with what every row and every event holds.
  @Test func theSampleDataIsReadToItsEnd() async throws {
    let cases = try TestCases(cases: 240)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    var numbers: [CaseNumber] = []
    for number in 1... {
      let page = try await client.cases(
        CaseFilter(), order: .byNumber, page: PageRequest(number: number, size: 100))
      guard !page.cases.isEmpty else { break }
      #expect(page.totalCount == 240)
      numbers += page.cases.map(\.number)
    }
    #expect(numbers == (1...240).map { CaseNumber($0) })
    let events = try await client.events(
      of: CaseNumber(7), page: PageRequest(number: 1, size: 1_000))
    #expect(events.events.count == 250 && events.totalCount == 250)
  }
}
