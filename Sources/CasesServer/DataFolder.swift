import Glibc

/// The folder of a store, locked while the store is opened, so that two processes do not both make
/// its tables.
struct DataFolder {
  /// Where the database is.
  let databasePath: String
  private let descriptor: Int32

  /// Makes the folder and an empty file for the database where they are missing, and locks it.
  static func open(_ path: String) throws(ServerError) -> DataFolder {
    try make(path)
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    let databasePath = path + "/cases.sqlite"
    guard lock(descriptor) else {
      let error = failure(databasePath)
      Glibc.close(descriptor)
      throw error
    }
    if let loss = loss(in: path, databasePath) {
      Glibc.close(descriptor)
      throw .unusable(path: databasePath, reason: loss)
    }
    guard makeFile(databasePath) else {
      let error = failure(databasePath)
      Glibc.close(descriptor)
      throw error
    }
    // A new file outlives a loss of power only when its folder has been written too.
    fsync(descriptor)
    return DataFolder(databasePath: databasePath, descriptor: descriptor)
  }

  /// Gives the lock back.
  func close() { Glibc.close(descriptor) }

  /// Waits for the lock; a signal such as that of a resized terminal does not end the wait.
  private static func lock(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Makes the folder with those above it; what is there already stays as it is.
  private static func make(_ path: String) throws(ServerError) {
    if unsafe access(path, F_OK) == 0 { return }
    var parent = "."
    if let slash = path.lastIndex(of: "/") {
      parent = slash > path.startIndex ? String(path[..<slash]) : "/"
      try make(parent)
    }
    let made = unsafe mkdir(path, 0o700)
    guard made == 0 || errno == EEXIST else { throw failure(path) }
    let descriptor = unsafe Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      Glibc.close(descriptor)
    }
  }

  /// What of the database is missing that was there once; nil for nothing.
  ///
  /// SQLite takes what is left for a new database and drops the rest without a word.
  private static func loss(in folder: String, _ path: String) -> String? {
    let log = "\(path)-wal"
    switch (size(path), size(log)) {
    case (nil, .some(1...)):
      return "it is missing, but its log \(log) is there; put it back, "
        + "or move the log away to begin anew"
    case (.some(0), .some(1...)):
      return "it is empty, but its log \(log) is not; put back a copy from a backup, "
        + "or move both away to begin anew"
    case (.some(0), _) where size("\(folder)/drafts") != nil:
      return "it is empty, though it was worked with; put back a copy from a backup, "
        + "or move it away to begin anew"
    case (.some(1...), nil) where size("\(path)-shm") != nil:
      return "its log \(log) is missing, which holds the last changes; put it back, "
        + "or remove \(path)-shm to go on without them"
    default: return nil
    }
  }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Makes an empty file, or takes the rights of others away from one that is there.
  ///
  /// A file that is there is not opened: closing it would drop the locks that this process may hold
  /// on it by another connection.
  private static func makeFile(_ path: String) -> Bool {
    let file = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { return Glibc.close(file) == 0 }
    guard errno == EEXIST else { return false }
    return unsafe chmod(path, 0o600) == 0
  }

  private static func failure(_ path: String) -> ServerError {
    .folder(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
