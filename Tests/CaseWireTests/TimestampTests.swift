import CaseWire
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2020-10-27T15:16:05.369203Z", "2020-10-27T15:16:05.369203Z"),
    ("2020-10-27T15:16:05Z", "2020-10-27T15:16:05.000000Z"),
    ("2020-10-27 15:16:05.3", "2020-10-27T15:16:05.300000Z"),
    ("2020-10-27T17:16:05.369203999+02:00", "2020-10-27T15:16:05.369203Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
    ("2024-02-29T00:00Z", "2024-02-29T00:00:00.000000Z"),
  ])
  func textsThatServersSendKeepTheirMicrosecond(text: String, canonical: String) {
    #expect(Timestamp(text)?.description == canonical)
  }

  @Test(arguments: ["", "2023-02-29T00:00:00Z", "2020-1-02T00:00:00Z", "27 Oct 2020", "2020-10-27"])
  func textsThatAreNoInstantAreRefused(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
