import Testing

/// Makes a running program find the disk full, or lets it write again.
enum DiskLimit {
  /// Sets how large a file the program may write, as setrlimit(2) would within it.
  ///
  /// - Parameters:
  ///   - bytes: the size, or `unlimited`.
  ///   - process: the program.
  ///   - folder: where what prlimit(1) says is kept.
  /// - Throws: an issue where it cannot be set.
  static func set(_ bytes: String, of process: Int32, in folder: String) throws {
    let run = try Run(
      ["--pid", "\(process)", "--fsize=\(bytes):"], of: "/usr/bin/prlimit", in: folder)
    try #require(run.status == .exited(0), "\(run.error)")
  }
}
