import CaseWire

/// The condition of a change: which state of the case the client has seen (RFC 9110, § 13.1.1).
public enum IfMatch: Hashable, Sendable {
  /// Any state, as long as there is the case: `*`.
  case any
  /// One of some states, by their entity tags as they were sent.
  case tags(Set<String>)

  /// Reads the condition of a request; nil where it has none.
  ///
  /// What is no entity tag fits no state.
  ///
  /// - Parameter headers: the header fields; several fields are read as one list.
  init?(_ headers: HTTPHeaders) {
    let values = headers.fields.filter { $0.name.lowercased() == "if-match" }.map(\.value)
    guard !values.isEmpty else { return nil }
    // The server's own tags hold no comma, so a foreign one that does may be cut apart.
    let tags = values.flatMap { $0.split(separator: ",") }.map(Self.trimmed)
    self = tags == ["*"] ? .any : .tags(Set(tags))
  }

  /// Whether a case is in a state that the client has seen.
  ///
  /// - Parameter item: the case as it is.
  /// - Returns: true where the change may be made; a weak tag never fits.
  func fits(_ item: Case) -> Bool {
    switch self {
    case .any: true
    case .tags(let tags): tags.contains(Self.tag(of: item))
    }
  }

  /// The entity tag of a case as it is.
  ///
  /// No two changes of a case bear the same time and no number is given twice, so that both
  /// together name a state.
  ///
  /// - Parameter item: the case.
  /// - Returns: the strong tag with its quotes.
  static func tag(of item: Case) -> String {
    "\"\(item.number)-\(item.summary.updatedAt.microseconds)\""
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
