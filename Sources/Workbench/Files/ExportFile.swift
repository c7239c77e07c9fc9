import Glibc

/// A file that the user wants written.
public struct ExportFile: Hashable, Sendable {
  /// The path, with `~` already replaced.
  public let path: String

  /// Takes a path as typed.
  ///
  /// - Parameters:
  ///   - path: absolute or seen from the working folder; `~` at its start is the home.
  ///   - home: the home of the user; nil leaves `~` as it is.
  public init(path: String, home: String?) {
    if let home, path == "~" || path.hasPrefix("~/") {
      self.path = home + path.dropFirst()
    } else {
      self.path = path
    }
  }

  /// Writes the file, whole or not at all; nobody but the user may read it.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError.exists` where there is one and it may not, else what the system says; in
  ///   each case what was there is as it was.
  public func write(_ bytes: [UInt8], replacing: Bool = false) throws(FileError) {
    let name = try name()
    let folder = try openFolder(for: name)
    Leftovers.remove(from: folder)
    try WholeFile.write(
      bytes, to: name, in: folder, temporary: Leftovers.name(), path: path, replacing: replacing)
  }

  /// The name of the file in its folder.
  ///
  /// - Returns: the name.
  /// - Throws: `FileError` where a file cannot have it.
  func name() throws(FileError) -> String {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    guard !path.utf8.contains(0), name != ".", name != ".." else { throw .badName(path) }
    guard !name.isEmpty else { throw path.isEmpty ? .badName(path) : .isFolder(path) }
    return name
  }

  /// Opens the folder of the file.
  ///
  /// - Parameter name: the name of the file there.
  /// - Returns: the folder, open.
  /// - Throws: `FileError` where there is no such folder, or the name is that of another one.
  func openFolder(for name: String) throws(FileError) -> Descriptor {
    let split = path.lastIndex(of: "/")
    let parent = split.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder: Descriptor
    do throws(FileError) {
      folder = try Descriptor.folder(parent)
    } catch .noFolder {
      throw .noFolder(path)
    }
    var there = stat()
    if unsafe fstatat(folder.number, name, &there, 0) == 0, there.st_mode & S_IFMT == S_IFDIR {
      throw .isFolder(path)
    }
    return folder
  }

  /// Makes a name that a server proposed into a plain name in the folder that the user chose.
  ///
  /// Folders are cut off, with `/` and with `\`; so are characters that cannot be seen, and blanks,
  /// dots and hyphens at the start, which would hide the file or make it look like an option.
  ///
  /// - Parameter proposed: anything.
  /// - Returns: a name of at most 200 bytes that is no path; nil where nothing is left.
  public static func plainName(from proposed: String) -> String? {
    let base = proposed.split { $0 == "/" || $0 == "\\" }.last ?? ""
    var seen = Substring.UnicodeScalarView()
    for scalar in base.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: continue
      default: if scalar != "\"" { seen.append(scalar) }
      }
    }
    var name = Substring(seen)
    name = name.drop { $0.isWhitespace || $0 == "." || $0 == "-" }
    while let last = name.last, last.isWhitespace || last == "." { name.removeLast() }
    guard name.utf8.count > 200 else { return name.isEmpty ? nil : String(name) }
    let dot = name.lastIndex(of: ".").flatMap { name[$0...].utf8.count <= 16 ? $0 : nil }
    let ending = dot.map { name[$0...] } ?? ""
    var stem = name[..<(dot ?? name.endIndex)]
    while stem.utf8.count + ending.utf8.count > 200 { stem.removeLast() }
    return stem.isEmpty ? nil : String(stem + ending)
  }
}
