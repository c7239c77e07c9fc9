import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Answers that are not as the contract has them: read where the meaning is certain, else told.
@Suite struct ForeignAnswerTests {
  private func getCase(_ body: String) async -> Result<Case, CasesError> {
    do throws(CasesError) {
      let client = CasesClient(over: FakeTransport(.json(body)), as: .token("t"))
      return .success(try await client.getCase(CaseNumber(1)))
    } catch {
      return .failure(error)
    }
  }

  private static let least = #"{"number": 1, "name": "n", "createdAt": "2026-03-20T02:00:00Z""#

  @Test func whatIsMissingIsFilledInWhereItIsCertain() async throws {
    let created = try #require(Timestamp("2026-03-20T02:00:00Z"))
    var summary = CaseSummary(
      number: CaseNumber(1), name: "n", createdAt: created, updatedAt: created,
      status: CaseStatus(rawValue: ""))
    let none = Case(summary: summary)
    #expect(await getCase(Self.least + "}") == .success(none))
    #expect(
      await getCase(Self.least + #", "updatedAt": null, "status": null, "subject": null}"#)
        == .success(none))
    summary.status = CaseStatus(rawValue: "PAUSED")
    summary.subject = UserUID("421380797518239242")
    summary.assignee = UserUID("18446744073709551615")
    #expect(
      await getCase(
        Self.least + #", "status": "PAUSED", "subject": 421380797518239242, "extra": [{}],"#
          + #" "assignee": 18446744073709551615, "updatedAt": "2026-03-20 02:00:00.000"}"#)
        == .success(Case(summary: summary)))
  }

  @Test func identifiersOfEventsMayBeNumbers() async throws {
    let body = #"{"events": [{"eventId": 12345678901234567890}, {"eventId": "a"}]}"#
    let client = CasesClient(over: FakeTransport(.json(body)), as: .token("t"))
    let page = try await client.events(of: CaseNumber(1), page: PageRequest(number: 1, size: 10))
    #expect(page.events.map(\.eventId) == [EventID("12345678901234567890"), EventID("a")])
  }

  private static let faults: [(String, String)] = [
    ("", "the answer is empty; 0 bytes"),
    ("[]", "2 bytes"),
    (#"{"number": 1, "na"#, "the JSON ends too early, after 17 bytes; 17 bytes"),
    ("{\"number\": 1}\u{1B}[2J", "it is no JSON from byte 14 on; 17 bytes"),
    (
      String(repeating: "[", count: 100_000),
      "its JSON lies more than 64 levels deep at byte 65; 100000 bytes"
    ),
    (#"{"number": 1, "name": 5, "createdAt": "2026-03-20T02:00:00Z"}"#, "“name”: "),
    (#"{"number": 1, "name": "n", "createdAt": "yesterday"}"#, "“createdAt”: “yesterday” is no"),
    (#"{"number": 1, "name": "n", "createdAt": null}"#, "“createdAt”: "),
    (#"{"number": 1.5, "name": "n"}"#, "“number”: "),
  ]

  /// The text names what is wrong and where, then size, type and beginning, safe to print.
  @Test(arguments: faults)
  func faultsAreToldWithTheirPlace(body: String, text: String) async {
    guard case .failure(.unreadable(.getCase, status: 200, let told)) = await getCase(body) else {
      Issue.record("it was read")
      return
    }
    #expect(told.contains(text), "\(told)")
    #expect(told.contains("\(body.utf8.count) bytes of application/json"), "\(told)")
    #expect(told.utf8.allSatisfy { $0 >= 32 && $0 != 127 })
  }

  @Test func anErrorInsideAnAnswerOfSuccessIsARefusal() async {
    let body = #"{"problem": "NAME_EXISTS", "description": "taken"}"#
    let problem = Problem(.nameExists, description: "taken")
    #expect(await getCase(body) == .failure(.refused(.getCase, status: 200, problem)))
    let client = CasesClient(
      over: FakeTransport(.json(body), .json(#"{"message": "CREATED"}"#)), as: .token("t"))
    await #expect(throws: CasesError.refused(.addEvent, status: 200, problem)) {
      try await client.add(EventID("1"), to: CaseNumber(1))
    }
    await #expect(throws: Never.self) { try await client.add(EventID("1"), to: CaseNumber(1)) }
  }
}
