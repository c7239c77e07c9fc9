import TerminalModel

/// What the bytes from an Escape on mean.
struct EscapeSequence {
  /// The kinds of sequences.
  enum Meaning: Equatable {
    /// More bytes are needed.
    case incomplete
    /// The Escape key by itself; what follows is something else.
    case alone
    /// A key; nil for a sequence that means nothing here.
    case key(Key?)
    /// The mark before a paste.
    case pasteStart
    /// The window has the focus, or has not (xterm's control sequences, mode 1004).
    case focus(Bool)
  }

  /// What they mean.
  let meaning: Meaning
  /// How many bytes that takes.
  let length: Int

  /// Reads a sequence.
  ///
  /// - Parameter bytes: bytes of which the first is Escape.
  init(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(Self.longestString))
    guard bytes.count > 1 else {
      (meaning, length) = (.incomplete, 1)
      return
    }
    switch bytes[1] {
    case 0x5B: (meaning, length) = Self.control(Array(bytes.prefix(64)))
    case 0x5D, 0x50: (meaning, length) = Self.string(bytes)
    case 0x4F:
      guard bytes.count > 2 else {
        (meaning, length) = (.incomplete, 2)
        return
      }
      if (0x40...0x7E).contains(bytes[2]) {
        (meaning, length) = (.key(Self.singleShift(bytes[2])), 3)
      } else {
        (meaning, length) = (.alone, 1)
      }
    default: (meaning, length) = (.alone, 1)
    }
  }

  /// The bytes of the longest answer that is known as one.
  private static let longestString = 4_096

  /// `ESC ] … BEL` and `ESC P … ESC \`: what a terminal answers to whoever asked, never a key.
  ///
  /// Answers of the one kind begin with a digit, of the other with one or a sign (xterm's control
  /// sequences); anything else is Escape and a letter, typed one after the other.
  private static func string(_ bytes: [UInt8]) -> (Meaning, Int) {
    guard bytes.count > 2 else { return (.incomplete, bytes.count) }
    let isDigit = (0x30...0x39).contains(bytes[2])
    guard isDigit || bytes[1] == 0x50 && Array("!$+>|".utf8).contains(bytes[2]) else {
      return (.alone, 1)
    }
    for index in 3..<bytes.count {
      if bytes[index] == 0x07 { return (.key(nil), index + 1) }
      if bytes[index - 1] == 0x1B { return (.key(nil), index + (bytes[index] == 0x5C ? 1 : -1)) }
    }
    return bytes.count < longestString ? (.incomplete, bytes.count) : (.key(nil), bytes.count)
  }

  /// `ESC [ parameters intermediates final`, and the `ESC [ [ A` of the Linux console.
  private static func control(_ bytes: [UInt8]) -> (Meaning, Int) {
    var index = 2
    if bytes.count > 2, bytes[2] == 0x5B {
      guard bytes.count > 3 else { return (.incomplete, 3) }
      let number = Int(bytes[3]) - 0x40
      return (.key((1...5).contains(number) ? .function(number) : nil), 4)
    }
    while index < bytes.count, (0x30...0x3F).contains(bytes[index]) { index += 1 }
    let parameters = bytes[2..<index]
    // rxvt ends a numbered key with Shift in `$`, which ECMA-48 would have go on.
    if index < bytes.count, bytes[index] == 0x24, parameters.count == 1 {
      let number = Int(parameters[2]) - 0x30
      return (.key(numbered(number).map { changed($0, by: 1) }), index + 1)
    }
    while index < bytes.count, (0x20...0x2F).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else {
      return bytes.count < 64 ? (.incomplete, index) : (.key(nil), index)
    }
    guard (0x40...0x7E).contains(bytes[index]) else {
      // No sequence after all: a control byte or a letter of another script stands in it.
      return index == 2 ? (.alone, 1) : (.key(nil), index)
    }
    // A private parameter makes it an answer or a report of the mouse, never a key.
    if let first = parameters.first, first >= 0x3C { return (.key(nil), index + 1) }
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let first = numbers.first ?? 0
    if bytes[index] == 0x7E, first == 200 { return (.pasteStart, index + 1) }
    if index == 2, bytes[index] == 0x49 || bytes[index] == 0x4F {
      return (.focus(bytes[index] == 0x49), index + 1)
    }
    let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    return (.key(key(final: bytes[index], first: first, modifiers: modifiers)), index + 1)
  }

  private static func key(final: UInt8, first: Int, modifiers: Int) -> Key? {
    let plain: Key?
    switch final {
    case 0x41: plain = .up
    case 0x42: plain = .down
    case 0x43: plain = .right
    case 0x44: plain = .left
    case 0x46: plain = .end
    case 0x48: plain = .home
    case 0x5A: return .backTab
    // A greater number makes it a report of the cursor's place.
    case 0x50...0x53 where first <= 1: return .function(Int(final) - 0x4F)
    case 0x61: return .shiftUp
    case 0x62: return .shiftDown
    case 0x63: return .shiftRight
    case 0x64: return .shiftLeft
    case 0x7E: plain = numbered(first)
    // rxvt: Ctrl, and Ctrl with Shift.
    case 0x5E: return numbered(first).map { changed($0, by: 4) }
    case 0x40: return numbered(first).map { changed($0, by: 5) }
    default: return nil
    }
    return plain.map { changed($0, by: modifiers) }
  }

  /// What Shift (1) and Ctrl (4) make of a key; what they make nothing of stays as it is.
  private static func changed(_ key: Key, by modifiers: Int) -> Key {
    switch modifiers & 5 {
    case 1: withShift[key] ?? key
    case 4: withControl[key] ?? key
    case 5: withBoth[key] ?? key
    default: key
    }
  }

  private static let withControl: [Key: Key] = [
    .up: .controlUp, .down: .controlDown, .left: .controlLeft, .right: .controlRight,
    .home: .controlHome, .end: .controlEnd,
  ]

  private static let withShift: [Key: Key] = [
    .up: .shiftUp, .down: .shiftDown, .left: .shiftLeft, .right: .shiftRight, .home: .shiftHome,
    .end: .shiftEnd, .pageUp: .shiftPageUp, .pageDown: .shiftPageDown,
  ]

  private static let withBoth: [Key: Key] = [
    .up: .shiftControlUp, .down: .shiftControlDown, .left: .shiftControlLeft,
    .right: .shiftControlRight, .home: .shiftControlHome, .end: .shiftControlEnd,
  ]

  /// The keys of the VT220 by number, and those that xterm and rxvt added.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// `ESC O final`: cursor and numeric keys in application mode.
  private static func singleShift(_ final: UInt8) -> Key? {
    switch final {
    case 0x41...0x44, 0x46, 0x48, 0x50...0x53: key(final: final, first: 0, modifiers: 0)
    case 0x61...0x64: key(final: final - 0x20, first: 0, modifiers: 4)
    case 0x4D: .enter
    case 0x49: .tab
    case 0x6A...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }
}
