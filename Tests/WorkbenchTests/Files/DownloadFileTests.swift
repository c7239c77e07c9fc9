import CaseWire
import Glibc
import Testing

@testable import Workbench

/// What a file that comes leaves behind, whatever becomes of its program.
@Suite struct DownloadFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] { TemporaryFolder.names(folder.path) }

  private func file(
    _ name: String = "a.pdf", replacing: Bool = false, isNamed: Bool = false
  ) throws(FileError) -> DownloadFile {
    try DownloadFile(
      ExportFile(path: "\(folder.path)/\(name)", home: nil), replacing: replacing,
      isNamed: isNamed)
  }

  @Test func whileItComesNothingOfItIsInTheFolder() throws {
    let file = try file()
    #expect(file.take(Array("evidence".utf8)))
    #expect(names == [])
    try file.keep()
    #expect(names == ["a.pdf"])
    #expect(TemporaryFolder.read("\(folder.path)/a.pdf") == "evidence")
    #expect(TemporaryFolder.mode("\(folder.path)/a.pdf") == 0o600)
  }

  @Test(arguments: [true, false], [true, false])
  func whatIsKeptIsWholeAndAloneOnEachFileSystem(isNamed: Bool, replacing: Bool) throws {
    if replacing { TemporaryFolder.write("old", to: "\(folder.path)/a.pdf") }
    let file = try file(replacing: replacing, isNamed: isNamed)
    #expect(names.count == (isNamed ? 1 : 0) + (replacing ? 1 : 0))
    #expect(file.take(Array("evidence".utf8)))
    try file.keep()
    #expect(names == ["a.pdf"])
    #expect(TemporaryFolder.read("\(folder.path)/a.pdf") == "evidence")
  }

  @Test(arguments: [true, false])
  func aNameThatIsTakenMeanwhileIsLeftAlone(isNamed: Bool) throws {
    let file = try file(isNamed: isNamed)
    TemporaryFolder.write("theirs", to: "\(folder.path)/a.pdf")
    #expect(throws: FileError.exists("\(folder.path)/a.pdf")) { try file.keep() }
    #expect(names == ["a.pdf"])
    #expect(TemporaryFolder.read("\(folder.path)/a.pdf") == "theirs")
  }

  /// A link in the place of the target is replaced, not followed.
  @Test(arguments: [true, false]) func aLinkIsReplacedAndNotFollowed(isNamed: Bool) throws {
    TemporaryFolder.write("elsewhere", to: "\(folder.path)/other")
    _ = unsafe symlink("other", "\(folder.path)/a.pdf")
    _ = unsafe link("\(folder.path)/other", "\(folder.path)/b.pdf")
    for name in ["a.pdf", "b.pdf"] {
      let file = try file(name, replacing: true, isNamed: isNamed)
      #expect(file.take([65]))
      try file.keep()
      #expect(TemporaryFolder.read("\(folder.path)/\(name)") == "A")
    }
    #expect(TemporaryFolder.read("\(folder.path)/other") == "elsewhere")
  }

  /// A folder that a test and the processes that it starts both find.
  private static func sharedPath(of test: pid_t) -> String { "/tmp/caseworkbench-killed-\(test)" }

  /// Each process is killed at another moment of its work, with and without nameless files.
  @Test func ofAProgramThatIsKilledNothingOutlivesTheNextOne() async throws {
    let path = Self.sharedPath(of: getpid())
    try #require(unsafe mkdir(path, 0o700) == 0)
    defer {
      for name in TemporaryFolder.names(path) { _ = unsafe unlink("\(path)/\(name)") }
      _ = unsafe rmdir(path)
    }
    let part = [UInt8](repeating: 65, count: 100_000)
    let target = ExportFile(path: "\(path)/a.pdf", home: nil)
    for _ in 0..<12 {
      try target.write(Array("old".utf8), replacing: true)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let target = ExportFile(
          path: Self.sharedPath(of: getppid()) + "/a.pdf", home: nil)
        let isNamed = Bool.random()
        let writer = Task.detached {
          while true {
            let file = try? DownloadFile(target, replacing: true, isNamed: isNamed)
            _ = file?.take([UInt8](repeating: 65, count: 100_000))
            try? file?.keep()
          }
        }
        // No condition is waited for: the moment of the kill is meant to be any.
        usleep(UInt32.random(in: 0...20_000))
        kill(getpid(), SIGKILL)
        _ = writer
      }
      // Whole: the older one or the newer one.
      let text = TemporaryFolder.read(target.path)
      #expect(text == "old" || text?.utf8.count == part.count)
      _ = try DownloadFile(ExportFile(path: "\(path)/b.pdf", home: nil), replacing: false)
      // Between its making and its lock a file may be left, with nothing in it.
      let left = TemporaryFolder.names(path).filter { $0 != "a.pdf" }
      #expect(left.allSatisfy { TemporaryFolder.read("\(path)/\($0)") == "" }, "\(left)")
    }
  }

  /// What lives, what is another's and what is no file stays.
  @Test func onlyWhatNobodyHoldsIsRemoved() throws {
    let held = try file(isNamed: true)
    let mine = try #require(names.first)
    TemporaryFolder.write("left", to: "\(folder.path)/.caseworkbench-1.tmp")
    TemporaryFolder.write("a user's", to: "\(folder.path)/.caseworkbench-notes.txt")
    _ = unsafe symlink(".caseworkbench-notes.txt", "\(folder.path)/.caseworkbench-2.tmp")
    _ = unsafe mkfifo("\(folder.path)/.caseworkbench-3.tmp", 0o600)
    _ = unsafe mkdir("\(folder.path)/.caseworkbench-4.tmp", 0o700)
    let next = try file("b.pdf")
    #expect(
      names
        == [
          ".caseworkbench-2.tmp", ".caseworkbench-3.tmp", ".caseworkbench-4.tmp",
          ".caseworkbench-notes.txt", mine,
        ].sorted())
    next.discard()
    #expect(held.take([65]))
    try held.keep()
    #expect(TemporaryFolder.read("\(folder.path)/a.pdf") == "A")
  }
}
