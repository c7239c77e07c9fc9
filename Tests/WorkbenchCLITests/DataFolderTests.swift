import Testing

@testable import WorkbenchCLI

@Suite struct DataFolderTests {
  private static let rows: [(variables: [String: String], wish: String?, expected: String)] = [
    (["XDG_DATA_HOME": "/x", "HOME": "/h"], nil, "/x/caseworkbench/personal"),
    (["XDG_DATA_HOME": "relative", "HOME": "/h"], nil, "/h/.local/share/caseworkbench/personal"),
    (["XDG_DATA_HOME": "", "HOME": "/h"], nil, "/h/.local/share/caseworkbench/personal"),
    (["HOME": "/h"], nil, "/h/.local/share/caseworkbench/personal"),
    (["HOME": "/h"], "a/b", "a/b"),
    ([:], "/wish", "/wish"),
  ]

  @Test(arguments: rows)
  func isWhereTheSettingsSay(
    variables: [String: String], wish: String?, expected: String
  ) throws {
    #expect(
      try DataFolder.path(of: .personal, wish: wish, Environment(variables)) == expected)
  }

  @Test func withoutAHomeAFolderMustBeNamed() {
    #expect(
      throws: CommandError.failed(
        "neither HOME nor XDG_DATA_HOME is set; name a folder with --data DIR")
    ) { try DataFolder.path(of: .server, wish: nil, Environment(["HOME": ""])) }
  }
}
