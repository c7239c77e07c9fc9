/// What can stand where the cursor of a query line is.
public struct QueryCompletion: Equatable, Sendable {
  /// The choices, the one that the Tab key takes first.
  public let choices: [String]
  /// The person that is being named, for a question to the server; nil for anything else.
  let personBegun: String?
  /// The characters that a choice takes the place of, up to the cursor.
  public let range: Range<Int>
  private let key: QueryKey?

  /// Finds what can stand at the cursor.
  ///
  /// - Parameters:
  ///   - line: what was typed.
  ///   - cursor: the characters before the cursor.
  ///   - people: names that the server knows, by what was typed of them.
  init(_ line: String, cursor: Int, people: [String: [String]]) {
    let term = QueryTerm.terms(of: line).first {
      $0.range.lowerBound < cursor && cursor <= $0.range.upperBound
    }
    let head = term.map { String(Array(line)[$0.range.lowerBound..<cursor]) } ?? ""
    guard let colon = head.firstIndex(of: ":"),
      let key = QueryKey(rawValue: head[..<colon].lowercased())
    else {
      range = (term?.range.lowerBound ?? cursor)..<cursor
      key = nil
      personBegun = nil
      let begun = head.lowercased()
      choices =
        head.isEmpty
        ? [] : QueryKey.allCases.map { "\($0.rawValue):" }.filter { $0.hasPrefix(begun) }
      return
    }
    self.key = key
    let begun = head[head.index(after: colon)...].filter { $0 != "\"" }.lowercased()
    range = (cursor - head[head.index(after: colon)...].count)..<cursor
    personBegun = key.person != nil && !begun.isEmpty ? begun : nil
    let words = key.values.filter { $0.hasPrefix(begun) && $0 != begun }
    choices = words + (personBegun.flatMap { people[$0] } ?? []).filter { $0.lowercased() != begun }
  }

  /// The line with the first choice in its place.
  ///
  /// - Parameter line: what was typed.
  /// - Returns: the new line and the characters before its cursor; nil where there is no choice.
  func taken(in line: String) -> (line: String, cursor: Int)? {
    guard let choice = choices.first else { return nil }
    let characters = Array(line)
    let word = choice.contains(where: \.isWhitespace) ? "\"\(choice)\"" : choice
    let end = key == nil ? "" : " "
    let rest = String(characters[range.upperBound...])
    let head = String(characters[..<range.lowerBound]) + word + (rest.hasPrefix(" ") ? "" : end)
    return (head + rest, head.count)
  }
}
