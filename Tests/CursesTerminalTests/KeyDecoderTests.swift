import TerminalModel
import Testing

@testable import CursesTerminal

@Suite("KeyDecoder") struct KeyDecoderTests {
  /// Bytes that come together at a time, in milliseconds.
  struct Burst: Sendable {
    var time: Int
    var text: String

    init(_ time: Int, _ text: String) { (self.time, self.text) = (time, text) }
  }

  /// The names of the events of bursts, with a long silence after them.
  static func names(_ bursts: [Burst]) -> [String] {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    for burst in bursts {
      while let deadline = decoder.deadline, deadline <= burst.time {
        events += decoder.expire(at: deadline)
      }
      events += decoder.feed(Array(burst.text.utf8), at: burst.time)
    }
    while let deadline = decoder.deadline { events += decoder.expire(at: deadline) }
    return names(events)
  }

  private static func names(_ events: [TerminalEvent]) -> [String] {
    events.map {
      switch $0 {
      case .key(let key): key.name
      case .paste(let text): "paste " + text.debugDescription
      case .focus(let hasFocus): hasFocus ? "focus" : "no focus"
      case .resized: "resized"
      case .stopping: "stopping"
      case .resumed: "resumed"
      }
    }
  }

  static let bursts: [(String, [String])] = [
    ("aA é中", ["a", "A", "Space", "é", "中"]),
    ("\r\t\u{7F}\u{8}", ["Enter", "Tab", "Backspace", "Backspace"]),
    ("\n", ["Enter"]),
    ("\u{1}\u{1A}\u{0}\u{1F}\u{1C}", ["^A", "^Z", "^ ", "^_", "^\\"]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}[H\u{1B}[F", ["↑", "↓", "→", "←", "Home", "End"]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}OH\u{1B}OF", ["↑", "↓", "→", "←", "Home", "End"]),
    ("\u{1B}[1~\u{1B}[2~\u{1B}[3~\u{1B}[4~", ["Home", "Insert", "Delete", "End"]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[7~\u{1B}[8~", ["PgUp", "PgDn", "Home", "End"]),
    ("\u{1B}[1;2A\u{1B}[1;2D\u{1B}[1;2H", ["Shift-↑", "Shift-←", "Shift-Home"]),
    (
      "\u{1B}[1;5C\u{1B}[1;5F\u{1B}[1;6D\u{1B}[1;5A",
      ["Ctrl-→", "Ctrl-End", "Shift-Ctrl-←", "Ctrl-↑"]
    ),
    ("\u{1B}[1;3A\u{1B}[3;5~", ["↑", "Delete"]),
    // xterm and tmux: Shift, Ctrl and both on what moves.
    ("\u{1B}[1;2B\u{1B}[1;2C\u{1B}[1;2F", ["Shift-↓", "Shift-→", "Shift-End"]),
    ("\u{1B}[5;2~\u{1B}[6;2~\u{1B}[1;2~", ["Shift-PgUp", "Shift-PgDn", "Shift-Home"]),
    ("\u{1B}[1;5B\u{1B}[1;5D\u{1B}[1;5H", ["Ctrl-↓", "Ctrl-←", "Ctrl-Home"]),
    ("\u{1B}[1;6A\u{1B}[1;6B\u{1B}[1;6C", ["Shift-Ctrl-↑", "Shift-Ctrl-↓", "Shift-Ctrl-→"]),
    ("\u{1B}[1;6H\u{1B}[1;6F\u{1B}[1;7C", ["Shift-Ctrl-Home", "Shift-Ctrl-End", "Ctrl-→"]),
    // rxvt: small letters and signs in the place of numbers.
    (
      "\u{1B}[b\u{1B}[c\u{1B}[d\u{1B}Oa\u{1B}Ob",
      ["Shift-↓", "Shift-→", "Shift-←", "Ctrl-↑", "Ctrl-↓"]
    ),
    (
      "\u{1B}[7$\u{1B}[8$\u{1B}[5$\u{1B}[6$",
      ["Shift-Home", "Shift-End", "Shift-PgUp", "Shift-PgDn"]
    ),
    (
      "\u{1B}[7^\u{1B}[8^\u{1B}[7@\u{1B}[8@",
      ["Ctrl-Home", "Ctrl-End", "Shift-Ctrl-Home", "Shift-Ctrl-End"]
    ),
    ("\u{1B}OP\u{1B}OS\u{1B}[11~\u{1B}[15~", ["F1", "F4", "F1", "F5"]),
    ("\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~\u{1B}[[A", ["F6", "F10", "F11", "F12", "F1"]),
    ("\u{1B}[Z\u{1B}Ox\u{1B}OM\u{1B}[a\u{1B}Od", ["Shift-Tab", "8", "Enter", "Shift-↑", "Ctrl-←"]),
    ("\u{1B}x", ["Esc", "x"]),
    ("\u{1B}\u{1B}", ["Esc", "Esc"]),
    ("\u{1B}\u{1B}[A", ["Esc", "↑"]),
    ("\u{1B}:q", ["Esc", ":", "q"]),
    ("\u{1B}[?1;2c\u{1B}[12;40R\u{1B}[<0;3;4M\u{1B}[99~a", ["a"]),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\a\u{1B}]4;1;rgb:0/0/0\u{7}b", ["a", "b"]),
    ("\u{1B}P>|XTerm(370)\u{1B}\\a\u{1B}P1$r0m\u{1B}\\b", ["a", "b"]),
    ("\u{1B}]x\u{1B}Px", ["Esc", "]", "x", "Esc", "P", "x"]),
    ("\u{1B}]", ["Esc", "]"]),
    ("\u{1B}]11;rgb\u{1B}[A", ["↑"]),
    ("\u{9B}A", ["A"]),
    ("a\u{1B}[Ib\u{1B}[O", ["a", "focus", "b", "no focus"]),
  ]

  @Test("bytes mean the same together and one by one", arguments: bursts)
  func meanings(text: String, expected: [String]) {
    #expect(Self.names([Burst(0, text)]) == expected)
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    for (time, byte) in text.utf8.enumerated() { events += decoder.feed([byte], at: time) }
    while let deadline = decoder.deadline { events += decoder.expire(at: deadline) }
    #expect(Self.names(events) == expected)
  }

  @Test("characters of several scalars come as one", arguments: ["e\u{301}", "👍🏽", "👨‍👩‍👧", "🇩🇪"])
  func clusters(text: String) {
    #expect(Self.names([Burst(0, text + "x")]) == [text, "x"])
  }

  /// Test line 45: Escape answers within 50 ms; what is split over 200 ms is in `pieces`.
  @Test("Escape alone is told after its delay, and not before")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 100).isEmpty)
    #expect(decoder.deadline == 140)
    #expect(decoder.expire(at: 139).isEmpty)
    #expect(decoder.expire(at: 140) == [.key(.escape)])
    #expect(decoder.deadline == nil)
    #expect(KeyDecoder.escapeDelay < 50)
  }

  static let pieces: [([Burst], [String])] = [
    ([Burst(0, "\u{1B}"), Burst(30, "[A")], ["↑"]),
    ([Burst(0, "\u{1B}"), Burst(30, "["), Burst(190, "A")], ["↑"]),
    ([Burst(0, "\u{1B}["), Burst(190, "1;"), Burst(380, "2A")], ["Shift-↑"]),
    ([Burst(0, "\u{1B}["), Burst(190, "1;6"), Burst(380, "D")], ["Shift-Ctrl-←"]),
    ([Burst(0, "\u{1B}[7"), Burst(190, "$")], ["Shift-Home"]),
    ([Burst(0, "\u{1B}"), Burst(190, "[A")], ["Esc", "↑"]),
    ([Burst(0, "\u{1B}"), Burst(190, "OA")], ["Esc", "↑"]),
    ([Burst(0, "\u{1B}"), Burst(190, "[I")], ["Esc", "focus"]),
    ([Burst(0, "\u{1B}"), Burst(500, "[A")], ["Esc", "[", "A"]),
    ([Burst(0, "\u{1B}"), Burst(100, "x")], ["Esc", "x"]),
    ([Burst(0, "\u{1B}"), Burst(100, "O")], ["Esc", "O"]),
    ([Burst(0, "\u{1B}["), Burst(500, "x")], ["Esc", "[", "x"]),
    ([Burst(0, "\u{1B}[1;"), Burst(500, "x")], ["x"]),
    ([Burst(0, "\u{1B}"), Burst(900, "[200~q\u{1B}[201~")], ["Esc", #"paste "q""#]),
  ]

  @Test("sequences that come in pieces", arguments: pieces)
  func inPieces(bursts: [Burst], expected: [String]) {
    #expect(Self.names(bursts) == expected)
  }

  static let pastes: [([Burst], [String])] = [
    ([Burst(0, "\u{1B}[200~q c y\u{1B}[201~"), Burst(100, "k")], [#"paste "q c y""#, "k"]),
    ([Burst(0, "\u{1B}[200~a\r\nb\rc\nd\u{1B}[201~")], [#"paste "a\nb\nc\nd""#]),
    (
      [Burst(0, "\u{1B}[200~a\u{1B}"), Burst(3000, "[201"), Burst(6000, "~"), Burst(6100, "k")],
      [#"paste "a""#, "k"]
    ),
    ([Burst(0, "\u{1B}[200~a\u{1B}[201~ y\u{1B}[201~"), Burst(100, "k")], [#"paste "a y""#, "k"]),
    (
      [Burst(0, "\u{1B}[200~a\u{1B}[201~"), Burst(20, "y\r"), Burst(40, "\u{1B}[201~")],
      [#"paste "ay\n""#]
    ),
    (
      [Burst(0, "\u{1B}[200~a\u{1B}[201~\u{1B}[200~b"), Burst(100, "c\u{1B}[201~")],
      [#"paste "abc""#]
    ),
    ([Burst(0, "\u{1B}[200~\u{1B}[20\u{1B}[201~1~x\u{1B}[201~")], [#"paste "x""#]),
    ([Burst(0, "\u{1B}[200~\u{1B}[A\u{3}\u{1B}[201~")], [#"paste "\u{1B}[A\u{03}""#]),
    ([Burst(0, "\u{1B}[200~\u{1B}[201~")], [#"paste """#]),
    ([Burst(0, "\u{1B}[200~half"), Burst(6000, "k")], [#"paste "half""#, "k"]),
    ([Burst(0, "\u{1B}[201~k")], ["k"]),
    ([Burst(0, "a\u{1B}[200~中"), Burst(1, "文\u{1B}[201~")], ["a", #"paste "中文""#]),
  ]

  /// Trial T069, as far as the terminal goes; test line 43: no mark of a paste is in its text.
  @Test("a paste is never read as keys, and holds no marks", arguments: pastes)
  func paste(bursts: [Burst], expected: [String]) {
    #expect(Self.names(bursts) == expected)
  }

  @Test("a megabyte is pasted whole", .timeLimit(.minutes(1)))
  func megabyte() {
    let text = String(repeating: "0123456789abcde\n", count: 65536)
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    for start in stride(from: 0, to: bytes.count, by: 4095) {
      _ = decoder.feed(bytes[start..<min(start + 4095, bytes.count)], at: start / 4095)
    }
    let events = decoder.expire(at: 10000)
    #expect((events == [.paste(text)]) as Bool)
  }

  @Test("no bytes stop it, and it is quiet after a while")
  func noise() {
    var random = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3B, 0x32, 0x30, 0x7E, 0x41, 0xC3, 0xA9, 0xE4, 0xFF,
    ]
    var decoder = KeyDecoder()
    for time in 0..<20000 {
      let count = Int.random(in: 1...8, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = decoder.feed(bytes, at: time)
    }
    _ = decoder.expire(at: 1_000_000)
    #expect(decoder.deadline == nil)
    #expect(decoder.feed([0x6B], at: 2_000_000) == [.key(.character("k"))])
  }
}
