import Testing

import Workbench

@Suite struct XDGFoldersTests {
  @Test(
    arguments: [
      (
        ["HOME": "/home/me"],
        ["/home/me/.local/share", "/home/me/.local/state", "/home/me/.config"]
      ),
      (
        [
          "HOME": "/home/me", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "rel",
        ],
        ["/d", "/home/me/.local/state", "/home/me/.config"]
      ),
      (
        ["XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"],
        ["/d", "/s", "/c"]
      ),
      (["XDG_DATA_HOME": "/d"], nil),
      (["HOME": ""], nil),
    ] as [([String: String], [String]?)])
  func findsTheFolders(environment: [String: String], expected: [String]?) {
    let folders = XDGFolders(environment: environment).map { [$0.data, $0.state, $0.config] }
    #expect(folders == expected?.map { $0 + "/caseworkbench" })
  }
}
