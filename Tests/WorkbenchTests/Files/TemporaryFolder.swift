import Glibc

/// An empty folder that is gone, with all that is in it, when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/caseworkbench-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  struct Failure: Error {
    let code: Int32
  }

  /// The names in a folder, in order.
  static func names(_ path: String) -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// The bytes of a file as text; nil where there is none.
  static func read(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 100_000)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  static func write(_ text: String, to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    _ = unsafe fputs(text, file)
    unsafe fclose(file)
  }

  /// The bits that say who may do what.
  static func mode(_ path: String) -> mode_t {
    var found = stat()
    return unsafe stat(path, &found) == 0 ? found.st_mode & 0o777 : 0
  }

  private static func remove(_ path: String) {
    _ = unsafe chmod(path, 0o700)
    for name in names(path) { remove("\(path)/\(name)") }
    _ = unsafe Glibc.remove(path)
  }
}
