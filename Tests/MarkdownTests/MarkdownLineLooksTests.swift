import Markdown
import Testing

/// How Markdown looks while it is written.
@Suite struct MarkdownLineLooksTests {
  private static let names: [(MarkdownLook, Character)] = [
    (.heading, "h"), (.title, "t"), (.mark, "m"), (.emphasis, "e"), (.strong, "s"),
    (.struck, "d"), (.code, "c"), (.link, "l"), (.target, "a"),
  ]

  /// The parts of a text that are more than plain, each with its looks before it.
  private func parts(_ text: String) -> [String] {
    var fence: MarkdownFence?
    var parts: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bytes = Array(line.utf8)
      let looks = MarkdownLineLooks(String(line), &fence).looks
      var start = 0
      for end in 1...max(1, bytes.count) where end >= bytes.count || looks[end] != looks[start] {
        if !bytes.isEmpty, !looks[start].isEmpty {
          let names = Self.names.filter { looks[start].contains($0.0) }.map(\.1)
          parts.append("\(String(names)):\(String(decoding: bytes[start..<end], as: UTF8.self))")
        }
        start = min(end, bytes.count - 1)
      }
    }
    return parts
  }

  @Test(arguments: [
    ("# Title", ["hm:#", "ht:Title"]), ("### Part *now*", ["hm:###", "h:Part ", "he:*now*"]),
    ("#tag", []), ("####### seven", []),
    ("a *b* __c__ ***d***", ["e:*b*", "s:__c__", "es:***d***"]),
    ("**a *b* c**", ["s:**a ", "es:*b*", "s: c**"]),
    ("~~gone~~ ~kept~", ["d:~~gone~~"]),
    ("snake_case_name 2 * 3 * 4", []), ("\\*no\\*", []), ("*open", []), ("* item", ["m:* "]),
    ("`a*b*` ``c`d``", ["c:`a*b*`", "c:``c`d``"]), ("`open", []),
    ("- one", ["m:- "]), ("  12) two", ["m:  12) "]), ("- [x] done", ["m:- [x] "]),
    ("- [] no", ["m:- "]), ("1.5 no", []), ("> - both", ["m:> - "]), (">> quoted", ["m:>> "]),
    ("---", ["m:---"]), ("* * *", ["m:* * *"]), ("| a | *b* |", ["m:|", "m:|", "e:*b*", "m:|"]),
    ("[one](http://a.test) [two]", ["l:one", "a:(http://a.test)"]),
    ("see http://a.test/b_c_d.", ["l:http://a.test/b_c_d"]), ("xhttp://a.test", []),
    ("中文 **粗** é", ["s:**粗**"]), ("", []),
  ])
  func eachMarkHasItsLook(line: String, expected: [String]) {
    #expect(parts(line) == expected)
  }

  @Test(arguments: [
    ("```sh\n- *a*\n```\n*b*", ["m:```sh", "c:- *a*", "m:```", "e:*b*"]),
    ("~~~\n```\n~~~~\n# h", ["m:~~~", "c:```", "m:~~~~", "hm:#", "ht:h"]),
    ("````\n```\n````", ["m:````", "c:```", "m:````"]),
    ("- ```\n  code\n  ```\n*b*", ["m:- ```", "c:code", "m:```", "e:*b*"]),
    ("> ```\n> code\n*b*", ["m:> ```", "m:> ", "c:code", "e:*b*"]),
    ("``` not`\n*b*", ["e:*b*"]),
    ("```\nnever closed\n# h", ["m:```", "c:never closed", "c:# h"]),
  ])
  func codeGoesOnUntilItsFence(text: String, expected: [String]) {
    #expect(parts(text) == expected)
  }

  /// Marks without an end, and marks within marks, cost one pass a kind.
  @Test(arguments: [
    "*a ", "**a _b ", "`", "`` ` ", "[", "[](", "http://", "> ", "- ", "_*", "~~ *",
  ])
  func hostileLinesDoNotStall(piece: String) {
    let line = String(repeating: piece, count: 200_000 / piece.utf8.count)
    var fence: MarkdownFence?
    var looks = 0
    let time = ContinuousClock().measure { looks = MarkdownLineLooks(line, &fence).looks.count }
    #expect(looks == line.utf8.count)
    #expect(time < .seconds(10))
  }
}
