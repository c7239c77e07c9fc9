import TerminalModel

extension TextEditor {
  /// Takes a key in the box of a number: digits, and the keys that move and delete.
  ///
  /// Whoever types something else has not read the question, so that nothing of it stays.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - problem: what was told before.
  /// - Returns: what is to be told now; nil for nothing.
  mutating func takeDigit(_ key: Key, _ problem: String?) -> String? {
    if case .character(let character) = key, !("0"..."9").contains(character) {
      return Wording.digitsOnly
    }
    return handle(key, width: 40) ? nil : problem
  }
}
