/// Why there is no log.
public enum RequestLogError: Error, Hashable, Sendable {
  /// The file cannot be opened; holds the system's error number.
  case cannotOpen(Int32)
  /// The path leads to a folder, a device or a pipe.
  case notAFile
  /// The file cannot be shut to others; holds the system's error number.
  case cannotProtect(Int32)
}
