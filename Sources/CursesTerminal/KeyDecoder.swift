import TerminalModel

/// Turns the bytes that a terminal sends into events.
///
/// It reads UTF-8, the control bytes, the sequences of xterm, the VT family, rxvt and the Linux
/// console (ECMA-48 section 5.4; xterm's control sequences), and bracketed paste. It knows no
/// clock: the caller tells the time in milliseconds, and calls `expire` at `deadline`.
///
/// - Escape alone is told after `escapeDelay`. Where the rest of a sequence comes later than that
///   but within `lateDelay`, it is still read as its key and never as letters.
/// - Sequences that mean nothing here are dropped whole.
/// - A paste ends at the last end mark of a burst, so that an end mark inside the pasted text
///   cannot turn what follows it into keys: what comes within `pasteQuiet` of an end mark belongs
///   to the paste. All marks are taken out of the text.
struct KeyDecoder {
  /// How long Escape waits for the rest of a sequence, in milliseconds.
  static let escapeDelay = 40
  /// How long a sequence that has begun may take, in milliseconds.
  static let lateDelay = 200
  /// How long it must be quiet after the end mark of a paste, in milliseconds.
  static let pasteQuiet = 30
  /// How long it must be quiet until a paste without an end mark is taken as ended.
  static let pasteStall = 5000

  /// When `expire` is to be called; nil when nothing waits.
  private(set) var deadline: Int?

  /// Bytes of a sequence or of a character that is not complete.
  private var pending: [UInt8] = []
  /// Until when the rest of a sequence whose Escape was told already may come.
  private var lateUntil: Int?
  private var paste: PasteBuffer?

  /// Takes bytes.
  ///
  /// - Parameters:
  ///   - bytes: what the terminal sent.
  ///   - now: the time in milliseconds.
  /// - Returns: what is complete.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int) -> [TerminalEvent] {
    if paste != nil {
      paste?.append(bytes)
      deadline = now + (paste?.isOpen == true ? Self.pasteStall : Self.pasteQuiet)
      return []
    }
    var events: [TerminalEvent] = []
    var input = pending + bytes
    if pending.isEmpty, let lateUntil {
      switch EscapeSequence([0x1B] + input).meaning {
      case .key(.some) where now <= lateUntil, .focus where now <= lateUntil:
        input.insert(0x1B, at: 0)
      // However late it comes, nobody types this mark, and a paste must not become keys.
      case .pasteStart: input.insert(0x1B, at: 0)
      default: break
      }
    }
    lateUntil = nil
    pending = []
    deadline = nil
    decode(input, at: now, into: &events)
    return events
  }

  /// Tells what can wait no longer.
  ///
  /// - Parameter now: the time in milliseconds.
  /// - Returns: what the waiting bytes mean without a continuation.
  mutating func expire(at now: Int) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    self.deadline = nil
    if let text = paste?.text {
      paste = nil
      return [.paste(text)]
    }
    let waiting = pending
    pending = []
    switch waiting.count {
    case 1 where waiting[0] == 0x1B:
      lateUntil = now + Self.lateDelay
      return [.key(.escape)]
    case 2 where waiting[0] == 0x1B:
      return [.key(.escape), .key(.character(Character(Unicode.Scalar(waiting[1]))))]
    default:
      // Half a sequence or half a character: nothing that anybody typed.
      return []
    }
  }

  private mutating func decode(
    _ input: [UInt8], at now: Int, into events: inout [TerminalEvent]
  ) {
    var rest = input[...]
    while let byte = rest.first {
      if byte == 0x1B {
        let sequence = EscapeSequence(rest)
        switch sequence.meaning {
        case .incomplete:
          pending = Array(rest)
          deadline = now + (rest.count == 1 ? Self.escapeDelay : Self.lateDelay)
          return
        case .alone: events.append(.key(.escape))
        case .key(let key):
          if let key { events.append(.key(key)) }
        case .focus(let hasFocus): events.append(.focus(hasFocus))
        case .pasteStart:
          var paste = PasteBuffer()
          paste.append(rest.dropFirst(sequence.length))
          self.paste = paste
          deadline = now + (paste.isOpen ? Self.pasteStall : Self.pasteQuiet)
          return
        }
        rest = rest.dropFirst(sequence.length)
      } else if byte < 0x20 || byte == 0x7F {
        events.append(.key(Self.control(byte)))
        rest = rest.dropFirst()
      } else {
        let text = rest.prefix { $0 >= 0x20 && $0 != 0x7F }
        rest = rest.dropFirst(text.count)
        let whole = rest.isEmpty ? text.dropLast(Self.unfinished(text)) : text
        if whole.count < text.count {
          pending = Array(text.dropFirst(whole.count))
          deadline = now + Self.escapeDelay
        }
        Self.append(whole, to: &events)
      }
    }
  }

  /// Appends the characters of a text; controls of ISO 6429 and bytes that are no UTF-8 are
  /// dropped.
  private static func append(_ bytes: ArraySlice<UInt8>, to events: inout [TerminalEvent]) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0.properties.generalCategory != .control && $0 != "\u{FFFD}"
    }
    for character in String(String.UnicodeScalarView(scalars)) {
      events.append(.key(.character(character)))
    }
  }

  /// How many bytes at the end begin a character whose other bytes have not come.
  private static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
    for (index, byte) in bytes.reversed().prefix(3).enumerated() {
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }
}
