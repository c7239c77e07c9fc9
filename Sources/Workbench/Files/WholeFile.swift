/// Writes a file so that under its name there is the whole of it or what was there before.
enum WholeFile {
  /// Writes a file of a folder.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - name: its name in the folder.
  ///   - folder: the folder.
  ///   - temporary: the name that it may have meanwhile; no other file may have it.
  ///   - path: what an error is said to be about.
  ///   - replacing: whether a file of that name may be replaced.
  ///   - isShared: whether other programs may be at work in the folder meanwhile.
  ///   - outlivesPower: whether it must be there after a loss of power.
  /// - Throws: `FileError` where it was not written; then what was there is as it was.
  static func write(
    _ bytes: [UInt8], to name: String, in folder: borrowing Descriptor, temporary: String,
    path: String, replacing: Bool, isShared: Bool = true, outlivesPower: Bool = true
  ) throws(FileError) {
    let file = try UnfinishedFile(
      in: folder, temporary: temporary, path: path, isShared: isShared)
    do throws(FileError) {
      try file.file.append(bytes, path: path)
      if outlivesPower { try file.file.secure(path: path) }
    } catch {
      file.discard(in: folder)
      throw error
    }
    try file.publish(as: name, in: folder, path: path, replacing: replacing)
  }
}
