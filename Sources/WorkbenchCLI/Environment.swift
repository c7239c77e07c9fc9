import Workbench

/// The variables of the environment, where an empty one counts as absent.
struct Environment: Sendable {
  private let variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables.filter { !$0.value.isEmpty }
  }

  /// The user's folders; nil where there is no home.
  var folders: XDGFolders? { XDGFolders(environment: variables) }

  /// The settings file; nil where there is no home.
  var settingsFile: String? { folders.map { "\($0.config)/config.toml" } }

  /// The path of a file that settings name.
  ///
  /// - Parameters:
  ///   - name: the file, where `~/` stands for the home.
  ///   - folder: from where the path counts if it does not begin at the root.
  /// - Returns: the path.
  func path(_ name: String, from folder: String) -> String {
    if name.hasPrefix("/") { return name }
    if name.hasPrefix("~/"), let home = self["HOME"] { return home + name.dropFirst() }
    return "\(folder)/\(name)"
  }

  /// All variables, as programs get them.
  var pairs: [String] { variables.map { "\($0)=\($1)" } }

  /// The value of a variable.
  ///
  /// - Parameter name: the name of the variable.
  /// - Returns: nil where it is not set or empty.
  subscript(name: String) -> String? { variables[name] }
}
