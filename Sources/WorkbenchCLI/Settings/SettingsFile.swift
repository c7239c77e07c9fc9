import CasesHTTP
import Workbench

/// The settings file, read and checked.
///
/// A key that is not known is a warning, so that an older program can read the file of a newer one:
/// nothing unsafe comes of passing one over, since each key that loosens something must be there to
/// do so. A key that looks as if a secret stood behind it is an error, whatever its name.
struct SettingsFile: Equatable, Sendable {
  /// The file.
  let path: String
  /// The profiles in the order of the file.
  let profiles: [Profile]
  /// The name of the profile that is used where none is named; nil where there is none.
  let defaultName: String?
  /// How the workbench behaves.
  let workbench: WorkbenchSettings
  /// What is doubtful in the file, one line each.
  let warnings: [String]

  /// Reads the settings file.
  ///
  /// - Parameter path: the file.
  /// - Returns: nil where there is no such file.
  /// - Throws: `SettingsError` where it is not private, is no TOML, or makes no sense.
  static func read(_ path: String) throws(SettingsError) -> SettingsFile? {
    guard let bytes = try PrivateFile.read(path) else { return nil }
    return try SettingsFile(bytes, path: path)
  }

  /// Reads the contents of a settings file.
  ///
  /// - Parameters:
  ///   - bytes: the contents.
  ///   - path: the file they are from.
  /// - Throws: `SettingsError` where they are no TOML or make no sense.
  init(_ bytes: [UInt8], path: String) throws(SettingsError) {
    var reader = SettingsReader(file: path)
    let nodes = try TOMLReader.read(bytes, of: path)
    var profiles: [Profile] = []
    var workbench = WorkbenchSettings()
    var chosen: (name: String, place: TOMLNode.Place)?
    for node in nodes {
      switch (node.key, node.value) {
      case (SettingsKey.defaultProfile, .text(let name)):
        chosen = (name, node.place)
      case (SettingsKey.profiles, .table(let tables)):
        for table in tables { profiles.append(try reader.profile(table)) }
      case (SettingsKey.views, _): workbench.views = try reader.views(node)
      case (SettingsKey.close, _): try reader.closing(node, into: &workbench.rules)
      case (SettingsKey.list, _): try reader.listing(node, into: &workbench)
      case (SettingsKey.defaultProfile, _):
        throw reader.error(node, "must be a text, such as \"work\"")
      case (SettingsKey.profiles, _):
        throw reader.error(node, "must be a table, such as [profiles.work]")
      default:
        try reader.passOver(node, among: SettingsKey.top)
      }
    }
    if let chosen, !profiles.contains(where: { $0.name == chosen.name }) {
      throw SettingsError(
        file: path, place: chosen.place,
        reason: Self.unknown(chosen.name, among: profiles.map(\.name)))
    }
    self.path = path
    self.profiles = profiles
    self.workbench = workbench
    defaultName = chosen?.name ?? (profiles.count == 1 ? profiles.first?.name : nil)
    warnings = reader.warnings
  }

  /// A profile by its name.
  ///
  /// - Parameter name: the name.
  /// - Returns: the profile.
  /// - Throws: `SettingsError` that names the nearest one where there is none.
  func profile(_ name: String) throws(SettingsError) -> Profile {
    guard let profile = profiles.first(where: { $0.name == name }) else {
      throw SettingsError(file: path, reason: Self.unknown(name, among: profiles.map(\.name)))
    }
    return profile
  }

  private static func unknown(_ name: String, among names: [String]) -> String {
    let nearest = Nearest.word(to: name, in: names).map { "; did you mean \($0.quoted)?" }
    return "there is no profile \(name.quoted)" + (nearest ?? "")
  }
}
