import CaseWire
import Testing

@Suite struct CaseStatusTests {
  /// Trial T021: neither an unknown word nor a null becomes another status on its way back.
  @Test(arguments: [#"["OPEN"]"#, #"["ON_HOLD"]"#, "[null]"])
  func aStatusGoesBackAsItCame(text: String) throws {
    let statuses = try WireJSON.decode([CaseStatus].self, from: Array(text.utf8))
    #expect(String(decoding: try WireJSON.encode(statuses), as: UTF8.self) == text)
  }

  @Test(arguments: ["", #""status": null, "#])
  func aCaseWithoutAStatusIsReadAllTheSame(status: String) throws {
    let text = """
      {"number": "7", "name": "n", \(status)"createdAt": "2026-03-20T02:00:00Z",
       "updatedAt": "2026-03-20T02:00:00.369203+02:00", "archivalTime": null}
      """
    let expected = CaseSummary(
      number: CaseNumber(7), name: "n", createdAt: Timestamp(microseconds: 1_773_972_000_000_000),
      updatedAt: Timestamp(microseconds: 1_773_964_800_369_203), status: CaseStatus(rawValue: ""))
    #expect(try WireJSON.decode(CaseSummary.self, from: Array(text.utf8)) == expected)
  }

  /// Trial T053: the texts in which servers have been seen to write an instant.
  @Test(arguments: [
    ("2026-03-20T02:00:00Z", 0), ("2026-03-20T02:00:00.1Z", 100_000),
    ("2026-03-20T02:00:00.369Z", 369_000), ("2026-03-20T02:00:00.369203Z", 369_203),
    ("2026-03-20T02:00:00.369203123Z", 369_203),
    ("2026-03-20T04:00:00.369203+02:00", 369_203), ("2026-03-19T21:30:00-0430", 0),
    ("2026-03-20T02:00:00+00:00", 0),
  ])
  func t053EveryFormOfAnInstantIsRead(text: String, fraction: Int64) {
    #expect(Timestamp(text)?.microseconds == 1_773_972_000_000_000 + fraction)
  }
}
