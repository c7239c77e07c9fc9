/// Why settings in a file cannot be used; bears no value that could be a secret.
struct SettingsError: Error, Hashable, Sendable {
  /// The file.
  let file: String
  /// Where in it; nil where the whole file is meant.
  var place: TOMLNode.Place?
  /// What is wrong there.
  let reason: String

  /// The error in one line, with line and column as compilers write them.
  var text: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file.printable)\(position): \(reason)"
  }
}
