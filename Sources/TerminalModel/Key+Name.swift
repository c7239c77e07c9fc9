extension Key {
  private static let named: [(Key, String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
    (.backspace, "Backspace"), (.delete, "Delete"), (.insert, "Insert"), (.up, "↑"),
    (.down, "↓"), (.left, "←"), (.right, "→"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.shiftUp, "Shift-↑"), (.shiftDown, "Shift-↓"),
    (.shiftLeft, "Shift-←"), (.shiftRight, "Shift-→"), (.shiftHome, "Shift-Home"),
    (.shiftEnd, "Shift-End"), (.controlLeft, "Ctrl-←"), (.controlRight, "Ctrl-→"),
    (.controlHome, "Ctrl-Home"), (.controlEnd, "Ctrl-End"), (.controlUp, "Ctrl-↑"),
    (.controlDown, "Ctrl-↓"), (.shiftPageUp, "Shift-PgUp"), (.shiftPageDown, "Shift-PgDn"),
    (.shiftControlUp, "Shift-Ctrl-↑"), (.shiftControlDown, "Shift-Ctrl-↓"),
    (.shiftControlLeft, "Shift-Ctrl-←"), (.shiftControlRight, "Shift-Ctrl-→"),
    (.shiftControlHome, "Shift-Ctrl-Home"), (.shiftControlEnd, "Shift-Ctrl-End"),
    (.character(" "), "Space"),
  ]

  /// The name by which help, the bottom line and recordings call the key.
  public var name: String {
    if let named = Self.named.first(where: { $0.0 == self }) { return named.1 }
    switch self {
    case .character(let character): return String(character)
    case .control(let character): return "^" + character.uppercased()
    case .function(let number): return "F\(number)"
    default: return "?"
    }
  }

  /// Finds a key by its name; the result is nil where no key has it.
  ///
  /// - Parameter name: as `name` gives it.
  public init?(name: String) {
    if let named = Self.named.first(where: { $0.1 == name }) {
      self = named.0
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 2, name.hasPrefix("^"), let character = name.last?.lowercased().first {
      self = .control(character)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension Key: Codable {
  /// Reads a key from its name.
  ///
  /// - Parameter decoder: where the name stands.
  /// - Throws: `DecodingError` where no key has the name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let key = Key(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no key is called “\(name)”")
    }
    self = key
  }

  /// Writes the name of the key.
  ///
  /// - Parameter encoder: where the name goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
