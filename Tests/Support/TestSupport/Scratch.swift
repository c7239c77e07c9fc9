import FoundationEssentials
public import Glibc
import Testing

/// Folders for tests.
public enum Scratch {
  /// Runs a test with a folder that is removed afterwards.
  ///
  /// - Parameter body: the test; it is given the path of the folder.
  /// - Throws: what the test throws, or an issue where no folder can be made.
  public static func use(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/caseworkbench-test-XXXXXX".utf8CString)
    let path = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    let made = try #require(path)
    defer { try? FileManager.default.removeItem(atPath: made) }
    try await body(made)
  }

  /// The names in a folder, sorted.
  ///
  /// - Parameter folder: the path of the folder.
  /// - Returns: the names without the folder.
  /// - Throws: what the system says where it cannot be read.
  public static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Sets the permissions of a file or folder.
  ///
  /// - Parameters:
  ///   - mode: the permissions, as in chmod(2).
  ///   - path: the file or folder.
  /// - Throws: an issue where they cannot be set.
  public static func setMode(_ mode: mode_t, of path: String) throws {
    try #require(unsafe chmod(path, mode) == 0)
  }

  /// The permissions of a file or folder.
  ///
  /// - Parameter path: the file or folder.
  /// - Returns: the permissions, as in chmod(2).
  public static func mode(of path: String) -> mode_t {
    var status = stat()
    unsafe stat(path, &status)
    return status.st_mode & 0o777
  }
}
