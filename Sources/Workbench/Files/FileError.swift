import Glibc

/// Why a file was not written or read.
///
/// The path is the one that the user knows, not that of a temporary file.
public enum FileError: Error, Hashable, Codable, Sendable {
  /// A file of that name is there and was left alone.
  case exists(String)
  /// The path is that of a folder.
  case isFolder(String)
  /// What is there is no plain file, such as a link or a pipe, and was left alone.
  case noFile(String)
  /// The file is larger than any that the program writes.
  case tooLarge(String)
  /// Another program has had the folder to itself for too long.
  case held(String)
  /// The folder that the file should go into does not exist.
  case noFolder(String)
  /// The folder or the file must not be written, or must not be read.
  case notAllowed(String)
  /// The disk, the quota or the limit of the size of a file is used up.
  case diskFull(String)
  /// The path holds no name that a file can have.
  case badName(String)
  /// Anything else, with the code of the system (errno(3)).
  case system(String, code: Int32)

  /// Reads what a system call left in `errno`.
  ///
  /// - Parameters:
  ///   - code: the value of `errno`.
  ///   - path: what was worked on.
  init(code: Int32, path: String) {
    switch code {
    case EEXIST: self = .exists(path)
    case EISDIR: self = .isFolder(path)
    case ENOENT, ENOTDIR: self = .noFolder(path)
    case EACCES, EPERM, EROFS: self = .notAllowed(path)
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path)
    case ENAMETOOLONG, EILSEQ: self = .badName(path)
    default: self = .system(path, code: code)
    }
  }

  /// What a person reads, without a full stop.
  public var text: String {
    switch self {
    case .exists(let path): "There is a file “\(path)” already"
    case .isFolder(let path): "“\(path)” is a folder"
    case .noFile(let path): "“\(path)” is no plain file"
    case .tooLarge(let path): "“\(path)” is too large"
    case .held(let path): "Another program, which may be stopped, holds “\(path)”"
    case .noFolder(let path): "There is no such folder for “\(path)”"
    case .notAllowed(let path): "No permission for “\(path)”"
    case .diskFull(let path): "There is no room left on the disk for “\(path)”"
    case .badName(let path): "“\(path)” cannot be the name of a file"
    case .system(let path, let code):
      "“\(path)”: \(Self.reason(code))"
    }
  }

  private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
