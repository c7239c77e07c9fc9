import Glibc
public import Testing

/// Compares text with a file that stands beside the tests.
public enum Golden {
  /// Expects a text to equal the file `Goldens/NAME.txt` beside the test's own file.
  ///
  /// With `RECORD_GOLDEN=1` in the environment the file is written instead, and nothing is
  /// expected; look at the difference in version control before keeping it.
  ///
  /// - Parameters:
  ///   - text: what the test made.
  ///   - name: the file's name without its ending; letters, digits, `-`, `.` and `_`.
  ///   - file: the test's own file.
  ///   - location: where a difference is reported.
  public static func expect(
    _ text: String, equals name: String, file: StaticString = #filePath,
    location: SourceLocation = #_sourceLocation
  ) {
    let folder = file.description.split(separator: "/").dropLast().joined(separator: "/")
    let goldens = "/\(folder)/Goldens"
    let path = "\(goldens)/\(name).txt"
    if unsafe getenv("RECORD_GOLDEN") != nil {
      unsafe mkdir(goldens, 0o755)
      if !write(text, to: path) {
        Issue.record("\(path) cannot be written", sourceLocation: location)
      }
      return
    }
    guard let kept = read(path) else {
      Issue.record(
        "\(path) is missing; RECORD_GOLDEN=1 writes it. Now:\n\(text)", sourceLocation: location)
      return
    }
    if kept != text {
      Issue.record(
        """
        \(name) differs from line \(firstDifference(kept, text)) on.
        Kept in \(path):
        \(kept)
        Now:
        \(text)
        """, sourceLocation: location)
    }
  }

  /// The number of the first line that differs, counted from 1.
  private static func firstDifference(_ one: String, _ other: String) -> Int {
    let lines = one.split(separator: "\n", omittingEmptySubsequences: false)
    let others = other.split(separator: "\n", omittingEmptySubsequences: false)
    return
      (zip(lines, others).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(lines.count, others.count)) + 1
  }

  private static func read(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    let isWritten = unsafe fputs(text, file) >= 0
    return unsafe fclose(file) == 0 && isWritten
  }
}
