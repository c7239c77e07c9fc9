import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct TemporaryFolderTests {
  @Test func isForItsOwnerAloneAndGoesWithAllThatIsInIt() async throws {
    try await Scratch.use { parent in
      let folder = try TemporaryFolder(in: parent)
      #expect(Scratch.mode(of: folder.path) == 0o700)
      try FileManager.default.createDirectory(
        atPath: folder.path + "/sub", withIntermediateDirectories: false)
      let file = folder.path + "/sub/file"
      #expect(FileManager.default.createFile(atPath: file, contents: Data([1])))
      folder.remove()
      let left = try Scratch.names(in: parent)
      #expect(left == [])
    }
  }

  @Test func sweepsWhatAKilledProgramLeftAndNothingElse() async throws {
    try await Scratch.use { parent in
      let alive = try TemporaryFolder(in: parent)
      for name in ["caseworkbench-demo-dead", "caseworkbench-demo-other", "mine"] {
        try FileManager.default.createDirectory(
          atPath: "\(parent)/\(name)", withIntermediateDirectories: false)
      }
      for name in ["caseworkbench-demo-dead", "mine"] {
        #expect(FileManager.default.createFile(atPath: "\(parent)/\(name)/lock", contents: nil))
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(parent)/caseworkbench-demo-link", withDestinationPath: "\(parent)/mine")
      let next = try TemporaryFolder(in: parent)
      let expected =
        [alive.path, next.path].map { String($0.dropFirst(parent.count + 1)) }
        + ["caseworkbench-demo-link", "caseworkbench-demo-other", "mine"]
      let left = try Scratch.names(in: parent)
      #expect(left == expected.sorted())
      alive.remove()
      next.remove()
    }
  }

  @Test func anAbsentParentIsAnError() {
    #expect(throws: SystemError(ENOENT)) { try TemporaryFolder(in: "/nonexistent") }
  }
}
