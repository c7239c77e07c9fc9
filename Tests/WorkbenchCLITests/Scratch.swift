import FoundationEssentials
import Glibc
import Testing

/// Folders for tests.
enum Scratch {
  /// Runs a test with a folder that is removed afterwards.
  static func use(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/caseworkbench-test-XXXXXX".utf8CString)
    let path = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    let made = try #require(path)
    defer { try? FileManager.default.removeItem(atPath: made) }
    try await body(made)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Sets the permissions of a file or folder.
  static func setMode(_ mode: mode_t, of path: String) throws {
    try #require(unsafe chmod(path, mode) == 0)
  }

  /// The permissions of a file or folder.
  static func mode(of path: String) -> mode_t {
    var status = stat()
    unsafe stat(path, &status)
    return status.st_mode & 0o777
  }
}
