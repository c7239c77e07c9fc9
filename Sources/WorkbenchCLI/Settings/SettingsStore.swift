import Glibc
import Workbench

/// Changes the settings file, one program at a time.
struct SettingsStore {
  /// The settings file.
  let path: String

  /// The folder of the settings file.
  var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  /// Puts a profile into the file, and its secret into a file of its own if it is to lie there.
  ///
  /// The file is read anew under a lock, so that what another program wrote meanwhile stays.
  ///
  /// - Parameters:
  ///   - profile: the profile.
  ///   - secret: what its `secret-file` is to hold; nil where the secret is kept elsewhere.
  /// - Throws: `SettingsError` where nothing could be written; the file is as it was then.
  func put(_ profile: Profile, storing secret: String? = nil) throws(SettingsError) {
    try locked { () throws(SettingsError) in
      let text = String(decoding: try PrivateFile.read(path) ?? [], as: UTF8.self)
      let edited = try SettingsEditor.text(putting: profile, into: text, path: path)
      if let secret, case .file(let name) = profile.secret {
        try PrivateFile.write(Array("\(secret)\n".utf8), to: "\(folder)/\(name)")
      }
      if edited != text { try PrivateFile.write(Array(edited.utf8), to: path) }
    }
  }

  /// Puts the views of the number keys into the file.
  ///
  /// - Parameter views: all views, in the order of their keys.
  /// - Returns: why they are not there; nil where they are.
  func put(_ views: [SavedView]) -> String? {
    do throws(SettingsError) {
      try locked { () throws(SettingsError) in
        let text = String(decoding: try PrivateFile.read(path) ?? [], as: UTF8.self)
        let edited = try SettingsEditor.text(putting: views, into: text, path: path)
        if edited != text { try PrivateFile.write(Array(edited.utf8), to: path) }
      }
      return nil
    } catch {
      return error.text
    }
  }

  /// Does something while no other program changes the file.
  private func locked(_ change: () throws(SettingsError) -> Void) throws(SettingsError) {
    try PrivateFile.makeFolder(folder)
    let lock = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else {
      throw SettingsError(file: folder, reason: "cannot be opened: \(SystemError.last.text)")
    }
    // Closing it gives the lock back.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw SettingsError(file: folder, reason: "cannot be locked: \(SystemError.last.text)")
      }
    }
    try change()
  }
}
