/// The files in which incydr's own tools keep their settings.
enum DotEnv {
  /// Reads the first file that holds a setting of incydr.
  ///
  /// Files do not mix either: what one of them leaves out is not taken from the next.
  ///
  /// - Parameter environment: where `HOME` is looked up.
  /// - Returns: the file and its variables; nil where none holds such a setting.
  /// - Throws: `SettingsError` where that file is not private.
  static func find(
    _ environment: Environment
  ) throws(SettingsError) -> (file: String, variables: Environment)? {
    let files = [".env"] + (environment["HOME"].map { ["\($0)/.config/incydr/.env"] } ?? [])
    for file in files {
      // A folder of that name, or a file of somebody else, is none of these.
      guard let opened = try? PrivateFile.open(file) else { continue }
      let found = variables(opened.bytes)
      if found.isEmpty { continue }
      try opened.requirePrivate()
      return (file, Environment(found))
    }
    return nil
  }

  /// The settings of incydr in a file of lines `NAME=value`.
  ///
  /// - Parameter bytes: the file.
  /// - Returns: the variables whose names begin with `INCYDR_` and whose values are not empty.
  static func variables(_ bytes: [UInt8]) -> [String: String] {
    let known = ["INCYDR_URL", "INCYDR_API_CLIENT_ID", "INCYDR_API_CLIENT_SECRET"]
    var variables: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      var words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("export ") { words = words.dropFirst(7) }
      guard let equals = words.firstIndex(of: "=") else { continue }
      let name = trimmed(words[..<equals]).uppercased()
      let text = value(trimmed(words[words.index(after: equals)...]))
      if known.contains(name), !text.isEmpty { variables[name] = text }
    }
    return variables
  }

  private static func value(_ text: Substring) -> String {
    if let quote = text.first, quote == "\"" || quote == "'",
      let end = text.dropFirst().firstIndex(of: quote)
    {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    // A remark begins with a hash mark after a blank.
    var end = text.startIndex
    while end != text.endIndex {
      if text[end] == "#", end == text.startIndex || text[text.index(before: end)] == " " { break }
      end = text.index(after: end)
    }
    return String(trimmed(text[..<end]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let head = text.drop { $0 == " " || $0 == "\t" }
    return Substring(head.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
