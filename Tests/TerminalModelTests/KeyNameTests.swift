import TerminalModel
import Testing

@Suite("Key names") struct KeyNameTests {
  static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .shiftHome,
      .shiftEnd, .controlLeft, .controlRight, .controlHome, .controlEnd, .character(" "),
      .character("a"), .character("A"), .character("^"), .character("F"), .character("é"),
      .character("中"), .control("s"), .control("_"), .control(" "), .control("\\"),
    ] + (1...12).map(Key.function)

  @Test("each key is found again by its name", arguments: keys)
  func roundTrip(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test("names that no key has", arguments: ["", "F0", "F13", "Hyper", "^^^", "ab"])
  func unknown(name: String) {
    #expect(Key(name: name) == nil)
  }
}
