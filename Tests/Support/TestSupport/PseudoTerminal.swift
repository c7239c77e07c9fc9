import Glibc
public import TerminalModel

/// Both ends of a pseudo-terminal; whoever opens it closes them.
public struct PseudoTerminal: Sendable {
  /// The end that a terminal emulator holds; reading from it never blocks.
  public let master: Int32
  /// The end that a program holds.
  public let slave: Int32
  /// The path of the program's end.
  public let name: String

  /// Opens one, with both ends closed to programs that are started.
  ///
  /// - Parameter size: its size.
  /// - Throws: `PTYProcess.Failure` when there are none left.
  public init(_ size: Size) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&master, &slave, &name, nil, &window) == 0 else {
      throw PTYProcess.Failure(description: "no pseudo-terminal: \(errno)")
    }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    (self.master, self.slave) = (master, slave)
    self.name = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Takes what a program has written.
  ///
  /// - Returns: the bytes, none where nothing came.
  public func drain() -> [UInt8] {
    var all: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe read(master, &bytes, bytes.count)
      if count <= 0 { return all }
      all += bytes[..<count]
    }
  }
}
