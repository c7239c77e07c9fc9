import Testing

@testable import CasesServer

@Suite struct JSONReaderTests {
  private static func read(_ text: String) -> Result<JSONNode, JSONReader.Failure> {
    do {
      return .success(try JSONReader.read(Array(text.utf8)))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    arguments: [
      ("null", JSONNode.null), (" [ ] ", .array([])), ("{}", .object([:])),
      ("\u{FEFF}true", .bool(true)), ("421380797518239242", .number("421380797518239242")),
      ("-0.5e+10", .number("-0.5e+10")), (#""\ud83d\ude00\/\u00e9\b""#, .string("😀/é\u{8}")),
      (
        #"{"a":[1,{"b":false}]}"#,
        .object(["a": .array([.number("1"), .object(["b": .bool(false)])])])
      ),
    ])
  func reads(_ text: String, _ node: JSONNode) { #expect(Self.read(text) == .success(node)) }

  @Test(
    arguments: [
      ("", JSONReader.Failure.syntax(at: 0)), ("nul", .syntax(at: 0)), ("01", .syntax(at: 1)),
      ("1.", .syntax(at: 2)), ("+1", .syntax(at: 0)), ("[1,]", .syntax(at: 3)),
      ("{\"a\"}", .syntax(at: 4)), ("{a:1}", .syntax(at: 1)), ("\"a", .syntax(at: 2)),
      ("\"\n\"", .syntax(at: 1)), ("1 2", .syntax(at: 2)), (#""\x""#, .syntax(at: 2)),
      (#""\ud800""#, .character(at: 3)), (#""\ud800\u0041""#, .character(at: 3)),
      (#""\udc00""#, .character(at: 3)), (#"{"a":1,"a":2}"#, .twice("a")),
      (String(repeating: "[", count: 100_000), .syntax(at: 64)), ("NaN", .syntax(at: 0)),
    ])
  func refuses(_ text: String, _ failure: JSONReader.Failure) {
    #expect(Self.read(text) == .failure(failure))
  }

  @Test func refusesBytesThatAreNoUTF8() {
    #expect(throws: JSONReader.Failure.character(at: 0)) {
      try JSONReader.read([34, 0xFF, 0xFE, 34])
    }
  }
}
