import CasesHTTP

/// Writes a profile into the text of a settings file and leaves everything else as it is.
enum SettingsEditor {
  /// The keys that are written; all others of a profile are the user's own.
  private static let managed =
    [
      SettingsKey.url, SettingsKey.clientID, SettingsKey.plainHTTP, SettingsKey.authorities,
      SettingsKey.certificate, SettingsKey.key, SettingsKey.proxy, SettingsKey.user,
    ] + SettingsKey.secrets

  /// The text of a file with a profile in it.
  ///
  /// Comments, order and other profiles stay. What cannot be edited line by line, such as a value
  /// over several lines, is not touched at all.
  ///
  /// - Parameters:
  ///   - profile: the profile; its limits are not written, and stay as they are in the file.
  ///   - text: the text of the file, empty for a new one.
  ///   - path: the file.
  /// - Returns: the new text; it was read again and means what it should.
  /// - Throws: `SettingsError` where the old text cannot be read or cannot be edited safely.
  static func text(
    putting profile: Profile, into text: String, path: String
  ) throws(SettingsError) -> String {
    let before = try SettingsFile(Array(text.utf8), path: path)
    let nodes = try TOMLReader.read(Array(text.utf8), of: path)
    let table = table(of: profile.name, in: nodes)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    if let table {
      edit(&lines, table, to: values(of: profile))
    } else {
      if !lines.isEmpty { lines.append("") }
      lines.append("[\(SettingsKey.profiles).\(profile.name)]")
      lines += values(of: profile).map { "\($0.key) = \($0.value)" }
    }
    let chosen = before.defaultName ?? (before.profiles.isEmpty ? profile.name : nil)
    let isNamed = nodes.contains { $0.key == SettingsKey.defaultProfile }
    if let chosen, !isNamed, before.profiles.count != 1 || table == nil {
      // What was the default for being alone would be none any more.
      lines.insert("\(SettingsKey.defaultProfile) = \(quoted(chosen))", at: 0)
      if lines.count > 1, !lines[1].isEmpty { lines.insert("", at: 1) }
    }
    let result = lines.joined(separator: "\n") + "\n"
    guard let after = try? SettingsFile(Array(result.utf8), path: path),
      isRight(after, before, profile, chosen)
    else {
      throw SettingsError(
        file: path, place: table?.place,
        reason: "the profile \(profile.name.quoted) cannot be written without touching more; "
          + "please edit the file by hand")
    }
    return result
  }

  private static func isRight(
    _ after: SettingsFile, _ before: SettingsFile, _ profile: Profile, _ chosen: String?
  ) -> Bool {
    func others(_ file: SettingsFile) -> [Profile] {
      file.profiles.filter { $0.name != profile.name }
    }
    guard let written = after.profiles.first(where: { $0.name == profile.name }) else {
      return false
    }
    let old = before.profiles.first { $0.name == profile.name }
    return written.address == profile.address && written.clientID == profile.clientID
      && written.secret == profile.secret && others(after) == others(before)
      && after.defaultName == chosen && written.trust == profile.trust
      && written.proxy == profile.proxy && written.user == profile.user
      && written.limits == old?.limits ?? TransportLimits()
  }

  private static func table(of name: String, in nodes: [TOMLNode]) -> TOMLNode? {
    guard case .table(let tables)? = nodes.first(where: { $0.key == SettingsKey.profiles })?.value
    else { return nil }
    return tables.first { $0.key == name }
  }

  private static func values(of profile: Profile) -> [(key: String, value: String)] {
    let address = profile.address
    let plain = !address.isEncrypted && !address.isLoopback
    let secret: (String, String) =
      switch profile.secret {
      case .command(let words): (SettingsKey.secretCommand, quoted(words.joined(separator: " ")))
      case .shell(let line): (SettingsKey.secretCommand, quoted(line))
      case .file(let name): (SettingsKey.secretFile, quoted(name))
      case .variable(let name): (SettingsKey.secretVariable, quoted(name))
      case .prompt: (SettingsKey.secretPrompt, "true")
      }
    let further: [(String, String?)] = [
      (SettingsKey.authorities, profile.trust?.authorities),
      (SettingsKey.certificate, profile.trust?.certificate),
      (SettingsKey.key, profile.trust?.key), (SettingsKey.proxy, profile.proxy?.url),
      (SettingsKey.user, profile.user),
    ]
    return [
      (SettingsKey.url, quoted(address.description)),
      (SettingsKey.clientID, quoted(profile.clientID)), secret,
    ] + (plain ? [(SettingsKey.plainHTTP, "true")] : [])
      + further.compactMap { key, value in value.map { (key, quoted($0)) } }
  }

  private static func edit(
    _ lines: inout [String], _ table: TOMLNode, to values: [(key: String, value: String)]
  ) {
    guard case .table(let nodes) = table.value else { return }
    var wanted = values
    var dropped: [Int] = []
    for node in nodes where managed.contains(node.key) {
      let index = node.place.line - 1
      guard lines.indices.contains(index) else { continue }
      if let found = wanted.firstIndex(where: { $0.key == node.key }) {
        if !isWritten(wanted[found].value, node.value) {
          lines[index] = "\(wanted[found].key) = \(wanted[found].value)"
        }
        wanted.remove(at: found)
      } else {
        dropped.append(index)
      }
    }
    let last = (nodes.map(\.place.line) + [table.place.line]).max() ?? table.place.line
    lines.insert(contentsOf: wanted.map { "\($0.key) = \($0.value)" }, at: min(last, lines.count))
    for index in dropped.sorted(by: >) { lines.remove(at: index) }
  }

  private static func isWritten(_ value: String, _ node: TOMLNode.Value) -> Bool {
    switch node {
    case .text(let text): quoted(text) == value
    case .boolean(let truth): String(truth) == value
    case .table, .array, .integer, .other: false
    }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
