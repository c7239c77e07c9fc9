/// A value of a request's body or of an event's document.
enum JSONNode: Hashable {
  case null
  case bool(Bool)
  /// A number as it was written, since user identifiers go beyond what a double holds.
  case number(String)
  case string(String)
  case array([JSONNode])
  case object([String: JSONNode])

  /// The text, if it is one.
  var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  /// The members of an object; nil for anything else.
  subscript(key: String) -> JSONNode? {
    if case .object(let members) = self { return members[key] }
    return nil
  }
}
