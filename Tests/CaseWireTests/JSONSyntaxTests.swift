import CaseWire
import Testing

@Suite struct JSONSyntaxTests {
  @Test(arguments: [
    "{}", "[]", " null ", "\u{FEFF}{\"a\": [1, -2.5e+3, true, false, null, \"\\\"}]\\u00e9\"]}\n",
    "\"\"", "0", "{\"a\":{\"b\":{}},\"c\":[[],{}]}",
    String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
  ])
  func documentsAreLeftAlone(text: String) {
    #expect(JSONSyntax.fault(in: Array(text.utf8)) == nil)
  }

  private static let faults: [(String, JSONFault)] = [
    ("", .empty), (" \r\n\t", .empty), ("\u{FEFF} ", .empty), ("{", .endsEarly(after: 1)),
    ("{\"a\"", .endsEarly(after: 4)), ("{\"a\":", .endsEarly(after: 5)),
    ("{\"a\":tr", .endsEarly(after: 7)), ("[1,", .endsEarly(after: 3)),
    ("[1, ", .endsEarly(after: 4)), ("\"abc", .endsEarly(after: 4)),
    ("\"abc\\", .endsEarly(after: 5)), ("[\"a\"", .endsEarly(after: 4)),
    ("<html>", .unexpected(at: 1)), ("{\"a\":trve}", .unexpected(at: 8)),
    ("{} {}", .unexpected(at: 4)), ("[1 2]", .unexpected(at: 4)), ("[1}", .unexpected(at: 3)),
    ("{\"a\":1]", .unexpected(at: 7)), ("{\"a\",", .unexpected(at: 5)),
    ("{a:1}", .unexpected(at: 2)), ("[1,]", .unexpected(at: 4)), ("{\"a\":1,}", .unexpected(at: 8)),
    ("[,", .unexpected(at: 2)), ("]", .unexpected(at: 1)), ("'a'", .unexpected(at: 1)),
    ("\"a\nb\"", .unexpected(at: 3)), ("NaN", .unexpected(at: 1)), ("nan", .unexpected(at: 2)),
    (String(repeating: "[", count: 65), .tooDeep(at: 65)),
    (String(repeating: "{\"a\":", count: 1_000_000), .tooDeep(at: 64 * 5 + 1)),
  ]

  @Test(arguments: faults)
  func theFirstFaultIsToldWithItsPlace(text: String, fault: JSONFault) {
    #expect(JSONSyntax.fault(in: Array(text.utf8)) == fault)
  }

  /// Whatever is cut off, the fault is that the document ends there; nothing traps.
  @Test func everyBeginningOfADocumentEndsEarly() {
    let whole = Array("{\"a\": [\"\\u00e9\", -1.5, true, {\"b\": null}], \"c\": {}}".utf8)
    let faults = (1..<whole.count).map { JSONSyntax.fault(in: Array(whole[..<$0])) }
    #expect(faults == (1..<whole.count).map { .endsEarly(after: $0) })
  }
}
