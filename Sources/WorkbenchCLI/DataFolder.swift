/// The folders in which the program keeps cases of its own.
enum DataFolder {
  /// The two stores that a user may have.
  enum Store: String { case personal, server }

  /// Names the folder of a store; the store makes it where it is missing.
  ///
  /// - Parameters:
  ///   - store: which store.
  ///   - wish: the folder that the user asked for, if any.
  ///   - environment: where `XDG_DATA_HOME` and `HOME` are looked up (XDG Base Directory, § 3).
  /// - Returns: the path.
  /// - Throws: `CommandError.failed` where there is neither a wish nor a home.
  static func path(
    of store: Store, wish: String?, _ environment: Environment
  ) throws(CommandError) -> String {
    if let wish { return wish }
    let tail = "caseworkbench/\(store.rawValue)"
    // A relative XDG folder is invalid and to be ignored, says the specification.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/\(tail)" }
    guard let home = environment["HOME"] else {
      throw .failed("neither HOME nor XDG_DATA_HOME is set; name a folder with --data DIR")
    }
    return "\(home)/.local/share/\(tail)"
  }
}
