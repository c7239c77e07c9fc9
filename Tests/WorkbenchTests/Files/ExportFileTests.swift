import Glibc
import Testing

@testable import Workbench

@Suite struct ExportFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String, replacing: Bool = false) throws(FileError) {
    try ExportFile(path: folder.path + "/" + name, home: nil)
      .write(Array(text.utf8), replacing: replacing)
  }

  private func read(_ name: String) -> String? { TemporaryFolder.read(folder.path + "/" + name) }

  @Test func aNewFileIsWrittenWhole() throws {
    try write("content", to: "case-1.pdf")
    #expect(read("case-1.pdf") == "content")
    #expect(TemporaryFolder.names(folder.path) == ["case-1.pdf"])
    #expect(TemporaryFolder.mode(folder.path + "/case-1.pdf") == 0o600)
  }

  @Test func anExistingFileIsLeftAloneUnlessTold() throws {
    TemporaryFolder.write("old", to: folder.path + "/a")
    #expect(throws: FileError.exists(folder.path + "/a")) { try write("new", to: "a") }
    #expect(read("a") == "old")
    try write("new", to: "a", replacing: true)
    #expect(read("a") == "new")
    #expect(TemporaryFolder.names(folder.path) == ["a"])
  }

  @Test func aLinkIsAFileToo() throws {
    _ = unsafe symlink("/nowhere/at/all", folder.path + "/link")
    #expect(throws: FileError.exists(folder.path + "/link")) { try write("new", to: "link") }
    #expect(TemporaryFolder.names(folder.path) == ["link"])
  }

  @Test func ofManyWritersOneWins() async throws {
    let path = folder.path + "/one"
    let winners = await withTaskGroup(of: Int.self) { group in
      for number in 0..<16 {
        group.addTask {
          (try? ExportFile(path: path, home: nil).write(Array("\(number)".utf8))) != nil
            ? number : -1
        }
      }
      return await group.reduce(into: []) { if $1 >= 0 { $0.append($1) } }
    }
    #expect(winners.map { "\($0)" as String? } == [read("one")])
    #expect(TemporaryFolder.names(folder.path) == ["one"])
  }

  @Test func pathsThatCannotBeAreSaid() {
    let path = folder.path
    _ = unsafe mkdir(path + "/sub", 0o700)
    TemporaryFolder.write("", to: path + "/file")
    let cases: [(String, FileError)] = [
      (path + "/none/a", .noFolder(path + "/none/a")),
      (path + "/file/a", .noFolder(path + "/file/a")),
      (path + "/sub", .isFolder(path + "/sub")),
      (path + "/sub/", .isFolder(path + "/sub/")),
      (path + "/.", .badName(path + "/.")),
      ("..", .badName("..")),
      ("", .badName("")),
      (path + "/a\u{0}b", .badName(path + "/a\u{0}b")),
      ("/proc/case.pdf", .noFolder("/proc/case.pdf")),
    ]
    for (path, expected) in cases {
      for replacing in [false, true] {
        #expect(throws: expected) {
          try ExportFile(path: path, home: nil).write([1], replacing: replacing)
        }
      }
    }
    let long = path + "/" + String(repeating: "x", count: 256)
    #expect(throws: FileError.badName(long)) { try ExportFile(path: long, home: nil).write([1]) }
    #expect(TemporaryFolder.names(path) == ["file", "sub"])
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatMustNotBeWrittenIsSaid() {
    _ = unsafe chmod(folder.path, 0o500)
    #expect(throws: FileError.notAllowed(folder.path + "/a")) { try write("x", to: "a") }
  }

  /// Runs in a process of its own, since the limit holds for a whole process.
  @Test func aFullDiskLeavesNoCutFileAndTheOlderOne() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let old = folder.path + "/old"
      TemporaryFolder.write("old", to: old)
      FileSizeLimit.set(bytes: 4_096)
      let bytes = [UInt8](repeating: 65, count: 10_000)
      for path in [old, folder.path + "/new"] {
        #expect(throws: FileError.diskFull(path)) {
          try ExportFile(path: path, home: nil).write(bytes, replacing: true)
        }
      }
      #expect(TemporaryFolder.names(folder.path) == ["old"])
      #expect(TemporaryFolder.read(old) == "old")
    }
  }

  @Test(arguments: [
    ("~/a.pdf", "/home/me/a.pdf"), ("~", "/home/me"), ("~other/a", "~other/a"),
    ("/x/~/a", "/x/~/a"), ("a~", "a~"), ("a.pdf", "a.pdf"),
  ])
  func aTildeIsTheHome(typed: String, path: String) {
    #expect(ExportFile(path: typed, home: "/home/me").path == path)
    #expect(ExportFile(path: typed, home: nil).path == typed)
  }

  @Test(
    arguments: [
      ("Case-1.pdf", "Case-1.pdf"),
      ("Case 1 of 2.pdf", "Case 1 of 2.pdf"),
      ("\"Case-1.pdf\"", "Case-1.pdf"),
      ("../outside.pdf", "outside.pdf"),
      ("/absolute.pdf", "absolute.pdf"),
      ("..\\..\\windows.pdf", "windows.pdf"),
      ("/etc/passwd/", "passwd"),
      ("..", nil), (".", nil), ("", nil), ("///", nil), ("...", nil), (" \t\n", nil),
      (".bashrc", "bashrc"),
      ("-rf.pdf", "rf.pdf"),
      ("a\u{1B}[31m\u{0}b\r\n.pdf", "a[31mb.pdf"),
      ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
      ("Übergabe 中文 e\u{301}.pdf", "Übergabe 中文 e\u{301}.pdf"),
      ("trailing.pdf. ", "trailing.pdf"),
    ] as [(String, String?)])
  func aProposedNameBecomesAPlainOne(proposed: String, name: String?) {
    #expect(ExportFile.plainName(from: proposed) == name)
  }

  @Test func aLongNameKeepsItsEnding() throws {
    let name = try #require(
      ExportFile.plainName(from: String(repeating: "中", count: 300) + ".pdf"))
    #expect(name == String(repeating: "中", count: 65) + ".pdf")
  }
}
