import Glibc
import Testing

@testable import Workbench

@Suite struct FileErrorTests {
  @Test(arguments: [
    (EEXIST, FileError.exists("p"), "There is a file “p” already"),
    (EISDIR, .isFolder("p"), "“p” is a folder"),
    (ENOENT, .noFolder("p"), "There is no such folder for “p”"),
    (ENOTDIR, .noFolder("p"), "There is no such folder for “p”"),
    (EACCES, .notAllowed("p"), "No permission for “p”"),
    (EROFS, .notAllowed("p"), "No permission for “p”"),
    (ENOSPC, .diskFull("p"), "There is no room left on the disk for “p”"),
    (EDQUOT, .diskFull("p"), "There is no room left on the disk for “p”"),
    (ENAMETOOLONG, .badName("p"), "“p” cannot be the name of a file"),
    (EIO, .system("p", code: EIO), "“p”: Input/output error"),
  ])
  func eachCodeHasItsWords(code: Int32, error: FileError, text: String) {
    #expect(FileError(code: code, path: "p") == error)
    #expect(error.text == text)
  }
}
