import Workbench

extension SettingsEditor {
  /// The text of a settings file with other views in it.
  ///
  /// The tables of views are written anew at the end; everything else stays as it is.
  ///
  /// - Parameters:
  ///   - views: all views, in the order of their keys.
  ///   - text: the text of the file, empty for a new one.
  ///   - path: the file.
  /// - Returns: the new text; it was read again and means what it should.
  /// - Throws: `SettingsError` where the old text cannot be read or cannot be edited safely.
  static func text(
    putting views: [SavedView], into text: String, path: String
  ) throws(SettingsError) -> String {
    let before = try SettingsFile(Array(text.utf8), path: path)
    var kept: [Substring] = []
    var isView = false
    var isTop = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop(while: \.isWhitespace)
      if start.hasPrefix("[") {
        isTop = false
        isView =
          start.hasPrefix("[[")
          && start.dropFirst(2).drop(while: \.isWhitespace)
            .hasPrefix(SettingsKey.views)
      }
      let isNone = isTop && start.hasPrefix(SettingsKey.views) && start.contains("=")
      if !isNone, !isView || start.hasPrefix("#") { kept.append(line) }
    }
    while kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
    var result = kept.joined(separator: "\n")
    if !result.isEmpty { result += "\n" }
    // Where there are none, the ones of a new installation would come back.
    if views.isEmpty { result = "\(SettingsKey.views) = []\n" + result }
    for view in views {
      result += result.isEmpty ? "" : "\n"
      result += "[[\(SettingsKey.views)]]\n\(SettingsKey.viewName) = \(quoted(view.name))\n"
      result += "\(SettingsKey.viewLine) = \(quoted(view.line))\n"
    }
    guard let after = try? SettingsFile(Array(result.utf8), path: path),
      after.workbench.views == views, after.profiles == before.profiles,
      after.defaultName == before.defaultName, after.workbench.rules == before.workbench.rules
    else {
      throw SettingsError(
        file: path,
        reason: "the views cannot be written without touching more; please edit the file by hand")
    }
    return result
  }
}
