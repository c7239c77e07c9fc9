import CaseWire
import Testing

@testable import CasesAPI

@Suite struct RetryAfterTests {
  /// The three forms of a date (RFC 9110, § 5.6.7), and what is none.
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Wed, 25 Nov 2026 23:59:60 GMT", 1_795_651_200), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
    ("Sun, 30 Feb 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 24:00:00 GMT", nil),
    ("Sun, 06 Nov 1994 08:49 GMT", nil), ("06 Nov 1994", nil), ("", nil), (", , ,", nil),
    ("Sun, +6 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 nov 1994 08:49:37 GMT", nil),
  ])
  func datesAreReadInAllForms(date: String, seconds: Int64?) {
    #expect(RetryAfter.seconds(of: date) == seconds)
  }

  /// A field, the server's own date, the seconds since 1970 here, and the pause.
  struct Row: Sendable {
    let field: String?
    var date: String?
    var now: Int64?
    let pause: Duration?
  }

  @Test(arguments: [
    Row(field: "10", pause: .seconds(10)), Row(field: "0", pause: .zero),
    Row(field: "99999999999999999999", pause: .seconds(Int32.max)), Row(field: nil, pause: nil),
    Row(field: "-1", pause: nil), Row(field: "soon", pause: nil), Row(field: "", pause: nil),
    // The server's clock decides, however wrong the one here is.
    Row(
      field: "Sun, 06 Nov 1994 08:50:07 GMT", date: "Sun, 06 Nov 1994 08:49:37 GMT", now: 0,
      pause: .seconds(30)),
    Row(field: "Sun, 06 Nov 1994 08:50:07 GMT", now: 784_111_797, pause: .seconds(10)),
    Row(
      field: "Sun, 06 Nov 1994 08:50:07 GMT", date: "yesterday", now: 784_111_797,
      pause: .seconds(10)),
    Row(field: "Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_999, pause: .zero),
    Row(field: "Sun, 06 Nov 1994 08:49:37 GMT", pause: nil),
  ])
  func thePauseIsReadInBothForms(row: Row) {
    var headers: HTTPHeaders = [:]
    headers["retry-after"] = row.field
    headers["date"] = row.date
    let now = row.now.map { Timestamp(microseconds: $0 * 1_000_000) }
    #expect(RetryAfter.pause(in: headers, now: now) == row.pause)
  }
}
