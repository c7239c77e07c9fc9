import CaseWire

/// The file name in a `Content-Disposition` field (RFC 6266, § 4).
enum ContentDisposition {
  /// Reads the name that the server proposes.
  ///
  /// The extended form `filename*` wins over the plain one, as RFC 6266 wants it. Quotes are taken
  /// away; nothing else is made safe, since only the writer of a file knows what its folder bears.
  ///
  /// - Parameter field: the value of the header field.
  /// - Returns: the name, or nil where there is none that can be read.
  static func fileName(in field: String) -> String? {
    var plain: String?
    for (name, value) in parameters(of: field) {
      switch name {
      case "filename*":
        if let decoded = extended(value), !decoded.isEmpty { return decoded }
      case "filename":
        if plain == nil, !value.isEmpty { plain = value }
      default: break
      }
    }
    return plain
  }

  /// `UTF-8'LANGUAGE'NAME`, the name percent-encoded (RFC 8187, § 3.2).
  private static func extended(_ value: String) -> String? {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return PercentEncoding.decode(parts[2])
  }

  private static func parameters(of field: String) -> [(name: String, value: String)] {
    var result: [(String, String)] = []
    var rest = Array(field.unicodeScalars)[...]
    while let separator = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: separator)...].drop(while: isBlank)
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: isBlank)
      let value = rest.first == "\"" ? quoted(&rest) : token(&rest)
      result.append((text(name.reversed().drop(while: isBlank).reversed()).lowercased(), value))
    }
    return result
  }

  private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    rest = rest.dropFirst()
    var value: [Unicode.Scalar] = []
    while let scalar = rest.popFirst(), scalar != "\"" {
      value.append(scalar == "\\" ? rest.popFirst() ?? "\\" : scalar)
    }
    return text(value)
  }

  private static func token(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    let value = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(value.count)
    return text(value.reversed().drop(while: isBlank).reversed())
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
