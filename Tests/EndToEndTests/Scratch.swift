import FoundationEssentials
import Glibc
import Testing

/// A folder for one test.
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
}
