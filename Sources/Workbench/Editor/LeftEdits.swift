import CaseWire
import FoundationEssentials
import Glibc

/// What editors wrote for workbenches that ended before them, as with a terminal that was closed.
struct LeftEdits {
  private let path: String

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: where editors find their files.
  init(path: String) { self.path = path }

  /// Makes drafts of what was left; where a workbench lives that waits for the editor, nothing.
  ///
  /// A file stays for one session more, since an editor that needs no terminal may still have it.
  ///
  /// - Parameter keep: puts a draft beside those of its case.
  func takeUp(_ keep: (Draft) throws(FileError) -> Void) {
    guard let folder = try? Descriptor.folder(path) else { return }
    for name in folder.names().sorted() where name.hasSuffix(EditorFile.noteEnding) {
      guard let note = Descriptor(opened: unsafe openat(folder.number, name, Self.flags)),
        flock(note.number, LOCK_EX | LOCK_NB) == 0, let bytes = try? folder.read(name, path: name),
        let loan = try? JSONDecoder().decode(EditorLoan.self, from: Data(bytes))
      else { continue }
      let file = String(name.dropLast(EditorFile.noteEnding.count))
      var found = stat()
      guard unsafe fstatat(folder.number, file, &found, AT_SYMLINK_NOFOLLOW) == 0 else {
        folder.remove(name)
        continue
      }
      guard let bytes = try? folder.read(file, path: file),
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      let written = Timestamp(
        microseconds: Int64(found.st_mtim.tv_sec) * 1_000_000
          + Int64(found.st_mtim.tv_nsec) / 1_000)
      guard let draft = loan.draft(from: text, at: written) else {
        folder.remove(file)
        folder.remove(name)
        continue
      }
      guard (try? keep(draft)) != nil else { continue }
      try? EditorFile.note(loan.renewed(with: text), of: "\(path)/\(file)", replacing: true)
    }
  }

  private static let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
}
