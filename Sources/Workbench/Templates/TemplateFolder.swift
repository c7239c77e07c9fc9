import Glibc

/// The templates of the user: Markdown files in a folder of the settings.
public struct TemplateFolder: Sendable {
  private let path: String

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: the folder.
  public init(path: String) { self.path = path }

  /// Reads the templates, those that come along among them; a file of the same name comes first.
  ///
  /// - Returns: the templates by name, and the files that could not be read.
  func load() -> (templates: [Template], troubles: [String]) {
    var found: [String: Template] = [:]
    for template in Template.builtIn { found[template.name] = template }
    var troubles: [String] = []
    for file in files() {
      guard let folder = try? Descriptor.folder(path),
        let bytes = try? folder.read(file, path: path),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        troubles.append("\(path)/\(file)")
        continue
      }
      let name = String(file.dropLast(3))
      found[name] = Template(name: name, text.replacing("\r\n", with: "\n"))
    }
    return (found.values.sorted { $0.name < $1.name }, troubles)
  }

  private func files() -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".md"), !name.hasPrefix("."), name.count > 3 { names.append(name) }
    }
    return names.sorted()
  }
}
