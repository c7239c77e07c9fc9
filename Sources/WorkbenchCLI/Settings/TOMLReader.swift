import CTOML

/// Reads TOML documents.
enum TOMLReader {
  /// More dots than a line of settings has.
  ///
  /// The library builds a table for each dot of a key and takes tables apart by recursion, so this
  /// keeps its stack in bounds.
  private static let mostDots = 256

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - file: the name of its file, for the error.
  /// - Returns: its keys, in the order in which they stand there.
  /// - Throws: `SettingsError` with line and column where it is no TOML.
  static func read(_ bytes: [UInt8], of file: String) throws(SettingsError) -> [TOMLNode] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated()
    where line.count(where: { $0 == UInt8(ascii: ".") }) > mostDots {
      throw SettingsError(
        file: file, place: TOMLNode.Place(line: index + 1, column: 1),
        reason: "a line with more than \(mostDots) dots is not read")
    }
    let parsed = unsafe bytes.withUnsafeBytes { bytes in
      unsafe ctoml_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = unsafe parsed else {
      throw SettingsError(file: file, reason: "cannot be read")
    }
    defer { unsafe ctoml_free(document) }
    var (line, column) = (0, 0)
    if let words = unsafe ctoml_error(document, &line, &column) {
      throw SettingsError(
        file: file, place: TOMLNode.Place(line: line, column: column),
        reason: reason(unsafe String(cString: words)))
    }
    let count = unsafe ctoml_count(document)
    var entries = (0..<count).map { index in unsafe Entry(ctoml_entry_at(document, index)) }[...]
    return nodes(at: 0, &entries)
  }

  private struct Entry {
    let depth: Int
    let kind: ctoml_kind
    let key: String
    let text: String
    let place: TOMLNode.Place

    init(_ entry: ctoml_entry) {
      depth = unsafe entry.depth
      kind = unsafe entry.kind
      key = unsafe Self.text(UnsafeRawBufferPointer(start: entry.key, count: entry.key_size))
      text = unsafe Self.text(UnsafeRawBufferPointer(start: entry.text, count: entry.text_size))
      place = unsafe TOMLNode.Place(line: entry.line, column: entry.column)
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
      unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func nodes(at depth: Int, _ rest: inout ArraySlice<Entry>) -> [TOMLNode] {
    var nodes: [TOMLNode] = []
    while let entry = rest.first, entry.depth == depth {
      rest.removeFirst()
      let value: TOMLNode.Value =
        switch entry.kind {
        case CTOML_TEXT: .text(entry.text)
        case CTOML_BOOLEAN: .boolean(entry.text == "true")
        case CTOML_INTEGER: Int(entry.text).map { .integer($0) } ?? .other
        case CTOML_TABLE: .table(Self.nodes(at: depth + 1, &rest))
        case CTOML_ARRAY: .array(Self.nodes(at: depth + 1, &rest))
        default: .other
        }
      nodes.append(TOMLNode(key: entry.key, place: entry.place, value: value))
    }
    // The library sorts tables by key; people read files from the top. Elements stand in order.
    return nodes.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  /// What the library says, without what it quotes from the file, which could be a secret.
  private static func reason(_ words: String) -> String {
    let plain = words.prefix { $0 != "'" && $0 != "\"" && $0 != ";" && $0 != "," }
    let head = "Error while parsing "
    if plain.count < words.count, plain.hasPrefix(head) {
      // What is left of the words ends in the middle of them; the part of the document is whole.
      return "no valid TOML: the \(plain.dropFirst(head.count).prefix { $0 != ":" }) is broken here"
    }
    let text = plain.split(separator: " ").joined(separator: " ").printable
    return "no valid TOML: " + (text.isEmpty ? "something unexpected stands here" : text)
  }
}
