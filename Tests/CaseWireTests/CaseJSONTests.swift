import CaseWire
import Testing

/// The exact JSON of the vocabulary, with the samples of the vendor's guide.
@Suite struct CaseJSONTests {
  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try WireJSON.encode(value), as: UTF8.self)
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try WireJSON.decode(type, from: Array(text.utf8))
  }

  @Test func aPutHasAllSixKeysWithExplicitNulls() throws {
    let replacement = CaseReplacement(content: CaseContent(name: "a/b"), status: .open)
    #expect(
      try text(replacement)
        == #"{"assignee":null,"description":null,"findings":null,"name":"a/b","status":"OPEN","#
        + #""subject":null}"#)
  }

  @Test func aPostHasAllFiveKeysWithExplicitNulls() throws {
    let content = CaseContent(
      name: "n", description: "d", findings: "f", subject: UserUID("421380797518239242"))
    #expect(
      try text(content)
        == #"{"assignee":null,"description":"d","findings":"f","name":"n","#
        + #""subject":"421380797518239242"}"#)
  }

  /// The guide's own answer to a PUT, its two bare words put into quotes.
  @Test func theGuidesSampleKeepsEveryDigit() throws {
    let sample = try read(
      Case.self,
      """
      {"number": 1, "name": "Updated name", "createdAt": "2020-10-27T15:16:05.369203Z",
       "updatedAt": "2020-10-27T15:20:26.311894Z", "description": "Updated description",
       "findings": "Updated findings", "subject": 421380797518239242,
       "subjectUsername": "casey@example.com", "status": "OPEN",
       "assignee": 273411254592236331, "assigneeUsername": "admin@example.com",
       "createdByUserUid": "806150685834341101", "createdByUsername": "05c28ad3",
       "lastModifiedByUserUid": "806150685834341101", "lastModifiedByUsername": "05c28ad3",
       "archiveTeam": {"unknown": [1, 2]}}
      """)
    #expect(sample.summary.subject == UserUID("421380797518239242"))
    #expect(sample.summary.assignee == UserUID("273411254592236331"))
    #expect(sample.summary.updatedAt.description == "2020-10-27T15:20:26.311894Z")
    #expect(try text(sample.content).contains(#""subject":"421380797518239242""#))
  }

  @Test(arguments: ["18446744073709551615", "9007199254740993", "\"0042\"", "0"])
  func identifiersAreTakenDigitForDigit(text: String) throws {
    let plain = text.filter { $0 != "\"" }
    #expect(try read([UserUID].self, "[\(text)]") == [UserUID(plain)])
  }

  @Test(arguments: ["true", "{}", "[]", "1.5"])
  func identifiersThatAreNoneAreRefused(text: String) {
    #expect(throws: DecodingError.self) { try read([UserUID].self, "[\(text)]") }
  }

  @Test func unknownWordsAreCarriedThrough() throws {
    let event = try read(
      FileEvent.self,
      #"{"eventId": "e", "riskSeverity": "APOCALYPTIC", "riskIndicators": ["plain", "#
        + #"{"name": "n", "weight": null, "id": "x"}], "exposure": null}"#)
    #expect(event.riskSeverity == RiskSeverity(rawValue: "APOCALYPTIC"))
    #expect(event.riskIndicators.map(\.name) == ["plain", "n"])
    #expect(event.exposure.isEmpty)
  }

  /// The guide's own sample of an event list, which has no total.
  @Test func theGuidesEventsAreRead() throws {
    let page = try read(
      FileEventPage.self,
      """
      {"events": [{"eventId": "734430974935_09970279-be77-4cd1-ba08-19d958969832",
        "eventTimestamp": "2020-10-26T18:56:04.661Z",
        "exposure": ["SharedToDomain", "OutsideTrustedDomains"],
        "fileName": "Products.png", "filePath": null}]}
      """)
    #expect(page.totalCount == nil)
    #expect(page.events.first?.fileName == "Products.png")
    #expect(page.events.first?.eventTimestamp?.description == "2020-10-26T18:56:04.661000Z")
  }

  @Test(arguments: [
    ("a+b & c=d #1 ü 100%", "a%2Bb%20%26%20c%3Dd%20%231%20%C3%BC%20100%25"),
    ("jo+sec@example.com", "jo%2Bsec%40example.com"), ("0_a/b?c", "0_a%2Fb%3Fc"),
  ])
  func textSurvivesThePathAndTheQuery(plain: String, encoded: String) {
    #expect(PercentEncoding.encode(plain) == encoded)
    #expect(PercentEncoding.decode(encoded) == plain)
    #expect(PercentEncoding.decodeForm(encoded.replacing("%20", with: "+")) == plain)
    #expect(PercentEncoding.decode("%zz") == nil && PercentEncoding.decode("%ff") == nil)
  }
}
