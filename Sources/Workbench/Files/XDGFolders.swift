/// The folders in which the program keeps what is the user's (XDG Base Directory Specification).
public struct XDGFolders: Hashable, Sendable {
  /// Where cases of the personal server are kept.
  public let data: String
  /// Where drafts are kept.
  public let state: String
  /// Where settings are kept.
  public let config: String

  /// Finds the folders; the result is nil where the environment names neither them nor a home.
  ///
  /// A folder that is not named by an absolute path is not heeded, as the specification wants it.
  ///
  /// - Parameter environment: the variables of the environment.
  public init?(environment: [String: String]) {
    func folder(_ variable: String, _ usual: String) -> String? {
      if let path = environment[variable], path.hasPrefix("/") { return path + "/caseworkbench" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return "\(home)/\(usual)/caseworkbench"
    }
    guard let data = folder("XDG_DATA_HOME", ".local/share"),
      let state = folder("XDG_STATE_HOME", ".local/state"),
      let config = folder("XDG_CONFIG_HOME", ".config")
    else { return nil }
    self.data = data
    self.state = state
    self.config = config
  }
}
