import FoundationEssentials
import TerminalModel
import Testing
import Workbench

/// The keys that the README tells are those of the key map.
@Suite struct KeyTableTests {
  /// One table a context; what a pane shares with the ones before it is told once.
  private static var table: String {
    let parts = KeyMap.standard.table(from: .cases).map { context, bindings in
      let rows = bindings.map { binding in
        let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
        return "| \(keys) | \(binding.help) |\n"
      }
      return "\n| \(context.title) | |\n|---|---|\n" + rows.joined()
    }
    return parts.joined() + "\n"
  }

  @Test func theReadmeTellsTheKeysAsTheyAre() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "README.md")
    let readme = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let start = try #require(readme.firstRange(of: "<!-- keys -->\n"))
    let end = try #require(readme.firstRange(of: "<!-- /keys -->"))
    let kept = String(readme[start.upperBound..<end.lowerBound])
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      let new = readme[..<start.upperBound] + Self.table + readme[end.lowerBound...]
      try Data(new.utf8).write(to: file)
    } else {
      #expect(kept == Self.table)
    }
  }
}
