/// Something that can be put into a text with one key.
public struct InsertChoice: Equatable, Sendable {
  /// The letter that takes it.
  public let letter: Character
  /// What it is called.
  public let name: String
  /// What is put in; nil where there is nothing now.
  public let text: String?
  /// Whether it must stand at the start of a line.
  let startsLine: Bool
  /// Why there is nothing to put in; nil where there is.
  public let reasonOff: String?

  /// Makes a choice.
  ///
  /// - Parameters:
  ///   - letter: the letter that takes it.
  ///   - name: what it is called.
  ///   - text: what is put in.
  ///   - startsLine: whether it must stand at the start of a line.
  init(_ letter: Character, _ name: String, text: String, startsLine: Bool = false) {
    self.letter = letter
    self.name = name
    self.text = text
    self.startsLine = startsLine
    reasonOff = nil
  }

  /// Makes a choice that cannot be taken now.
  ///
  /// - Parameters:
  ///   - letter: the letter that would take it.
  ///   - name: what it is called.
  ///   - reason: why there is nothing to put in.
  init(_ letter: Character, _ name: String, off reason: String) {
    self.letter = letter
    self.name = name
    text = nil
    startsLine = false
    reasonOff = reason
  }
}
