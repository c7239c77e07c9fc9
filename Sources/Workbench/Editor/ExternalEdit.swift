public import CasesAPI

/// A text that is to be edited in a program of the user's own.
public struct ExternalEdit: Hashable, Codable, Sendable {
  /// What the text belongs to; a new case may be made while it is edited.
  public internal(set) var key: DraftKey
  /// The field in which it stands.
  public let field: CaseField
  /// The text as it stands there.
  public let text: String

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - key: what the text belongs to.
  ///   - field: the field in which it stands.
  ///   - text: the text as it stands there.
  public init(_ key: DraftKey, _ field: CaseField, _ text: String) {
    self.key = key
    self.field = field
    self.text = text
  }

  /// The name of a file in which it is edited; the ending tells editors how to show it.
  ///
  /// - Parameter place: 1 for the first choice, 2 and more where those before are taken.
  /// - Returns: the name, without a folder.
  public func fileName(_ place: Int) -> String {
    "\(key.fileName)-\(field.rawValue)\(place == 1 ? "" : "-\(place)").md"
  }

  /// What an editor's text means for the field.
  ///
  /// Editors end the last line of a file with a line feed; where the text had none, theirs is taken
  /// off again, so that a text does not grow each time it is opened.
  ///
  /// - Parameter edited: the content of the file.
  /// - Returns: the text of the field.
  public func text(from edited: String) -> String {
    // By bytes, since a carriage return and its line feed are one character.
    let lineFeed = UInt8(ascii: "\n")
    guard text.utf8.last != lineFeed, edited.utf8.last == lineFeed else { return edited }
    return String(edited.dropLast())
  }
}
