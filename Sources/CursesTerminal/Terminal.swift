import CNcurses
import Glibc
public import TerminalModel

/// A terminal that curses draws on; while it lives, the screen and the keyboard are its own.
///
/// It belongs to the thread that opened it, which should be the main thread, since the kernel hands
/// signals to that one first. There can be one at a time. When it goes, and also when the process
/// is killed or traps, the terminal is as it was before.
@safe public struct Terminal: ~Copyable {
  /// How many colours there are: 0 where none are wanted (`NO_COLOR`) or none are there.
  public var colours: Int { palette.colours }
  /// The description that was taken since the terminal's own is not installed; nil as a rule.
  public let substituteType: String?
  /// Whether the locale takes UTF-8; where it does not, only ASCII is drawn.
  public let isUnicode: Bool
  /// The present size.
  public private(set) var size: Size

  let input: Int32
  let output: Int32
  let wakeup: Wakeup
  private let palette: Palette
  private let screen: OpaquePointer
  private let streams: (UnsafeMutablePointer<FILE>, UnsafeMutablePointer<FILE>)
  private let messages: StandardErrorCapture?
  private let window: UnsafeMutablePointer<WINDOW>
  private var painter: Painter
  /// Whether the terminal is not the shell's at the moment.
  private var isOurs = true

  private let leaving: [UInt8]
  private let entering: [UInt8]
  private var modesOutside: termios
  private var modesInside: termios

  /// Bracketed paste and reports of the focus.
  private static let reportsOff = Array("\u{1B}[?2004l\u{1B}[?1004l".utf8)
  private static let reportsOn = Array("\u{1B}[?2004h\u{1B}[?1004h".utf8)

  /// Opens the terminal: raw keys, the alternate screen, bracketed paste, reports of the
  /// focus, no mouse.
  ///
  /// Of the environment it reads `TERM`, the locale and `NO_COLOR`. Where no locale is set at all,
  /// UTF-8 is taken.
  ///
  /// - Parameters:
  ///   - wakeup: what other threads wake the loop with.
  ///   - input: the descriptor that keys come from.
  ///   - output: the descriptor that the screen goes to.
  ///   - type: the terminal's description; nil takes `TERM`.
  ///   - usesColour: whether colours are drawn; nil takes `NO_COLOR`.
  /// - Throws: `TerminalError.notATerminal` when a descriptor is no terminal,
  ///   `TerminalError.unknownType` when no description can be found, `TerminalError.unsuitable`
  ///   when it cannot place its cursor, `TerminalError.system` when a descriptor cannot be opened.
  public init(
    wakeup: Wakeup, input: Int32 = 0, output: Int32 = 1, type: String? = nil,
    usesColour: Bool? = nil
  ) throws(TerminalError) {
    var modes = termios()
    guard isatty(output) == 1, unsafe tcgetattr(input, &modes) == 0 else { throw .notATerminal }
    let isUnicode = Self.setLocale()
    let streams = try unsafe Self.openStreams(input: input, output: output)
    TerminalGuard.prepare(input: input, output: output, wake: wakeup.writing, modes: modes)
    let wanted = type ?? Self.environment("TERM") ?? ""
    guard let (screen, found) = unsafe Self.start(wanted, streams) else {
      TerminalGuard.remove()
      unsafe fclose(streams.0)
      unsafe fclose(streams.1)
      throw .unknownType(wanted)
    }
    guard unsafe nc_cursor_address() != nil else {
      endwin()
      TerminalGuard.remove()
      unsafe delscreen(screen)
      unsafe fclose(streams.0)
      unsafe fclose(streams.1)
      throw .unsuitable(found)
    }
    raw()
    noecho()
    nonl()
    let window = unsafe nc_window().unsafelyUnwrapped
    unsafe keypad(window, true)
    // Else curses looks for waiting keys and stops in the middle of drawing; the loop does better.
    typeahead(-1)
    unsafe self.screen = unsafe screen
    unsafe self.streams = unsafe streams
    unsafe self.window = unsafe window
    self.isUnicode = isUnicode
    self.input = input
    self.output = output
    self.wakeup = wakeup
    substituteType = found == wanted ? nil : found
    palette = Palette(
      usesColour: usesColour ?? (Self.environment("NO_COLOR") ?? "").isEmpty)
    painter = Painter(palette: palette, isUnicode: isUnicode)
    size = Size(width: Int(unsafe getmaxx(window)), height: Int(unsafe getmaxy(window)))
    modesOutside = modes
    unsafe tcgetattr(input, &modes)
    modesInside = modes
    leaving = Self.leavingBytes()
    entering = Self.enteringBytes()
    messages = StandardErrorCapture(sharing: output)
    TerminalGuard.install(
      restoring: leaving,
      messages: messages?.descriptor ?? -1)
    Self.write(Self.reportsOn, to: output)
    fitWindow()
  }

  deinit {
    if isOurs {
      Self.write(Self.reportsOff, to: output)
      if unsafe nc_exit_screen() == nil { clearLastRow() }
      endwin()
      // Keys that nobody read here are not meant for the shell.
      tcflush(input, TCIFLUSH)
    }
    TerminalGuard.remove()
    unsafe delscreen(screen)
    unsafe fclose(streams.0)
    unsafe fclose(streams.1)
    messages?.end()
  }

  /// Without a second screen the last row is where the shell goes on.
  private func clearLastRow() {
    unsafe wmove(window, Int32(size.height - 1), 0)
    unsafe wclrtoeol(window)
    unsafe wrefresh(window)
  }

  /// Draws a screen; only what differs from the last one is sent.
  ///
  /// - Parameter grid: the whole screen.
  public mutating func paint(_ grid: Grid) {
    unsafe painter.paint(grid, on: window)
  }

  /// Draws the whole of the last screen again, over whatever the terminal shows.
  public mutating func redraw() {
    nc_redraw()
    unsafe wrefresh(window)
  }

  /// Reads the size anew.
  ///
  /// - Returns: whether it has changed.
  @discardableResult
  mutating func fitWindow() -> Bool {
    var found = winsize()
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &found) == 0, found.ws_col > 0, found.ws_row > 0
    else { return false }
    let new = Size(width: Int(found.ws_col), height: Int(found.ws_row))
    resizeterm(Int32(found.ws_row), Int32(found.ws_col))
    defer { size = new }
    return new != size
  }

  /// Gives the terminal back to the shell, stops the process group, and takes it again when the
  /// process is continued.
  mutating func suspend() {
    giveBack()
    // SIGSTOP, since the group of a session leader without a job-controlling parent is orphaned
    // and would not be stopped by SIGTSTP.
    kill(0, SIGSTOP)
    // Before the screen is there again: whoever sees it may ask for the next stop.
    TerminalGuard.forget([SIGTSTP])
    // Continued only to end: the terminal is the shell's, and touching it would stop us again.
    if !TerminalGuard.isEndNoted { resume() }
  }

  /// Gives the terminal back in the state in which it was found.
  mutating func giveBack() {
    isOurs = false
    // Not by endwin: when it returns from that, curses resets the palette, which may be a theme.
    Self.write(leaving, to: output)
    unsafe tcsetattr(input, TCSADRAIN, &modesOutside)
    TerminalGuard.arm(false)
  }

  /// Takes the terminal again and draws all of it.
  mutating func resume() {
    unsafe tcsetattr(input, TCSADRAIN, &modesInside)
    isOurs = true
    TerminalGuard.arm(true)
    Self.write(entering, to: output)
    if !painter.isCursorVisible {
      unsafe Self.write(Self.bytes([nc_cursor_invisible()]), to: output)
    }
    fitWindow()
    redraw()
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Sets the locale of characters alone, so that numbers stay as they are.
  private static func setLocale() -> Bool {
    let isUnset = ["LC_ALL", "LC_CTYPE", "LANG"].allSatisfy { (environment($0) ?? "").isEmpty }
    if unsafe isUnset || setlocale(LC_CTYPE, "") == nil { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
    let codeset = unsafe nl_langinfo(nl_item(CODESET)).map { unsafe String(cString: $0) }
    return codeset == "UTF-8"
  }

  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  private static func openStreams(
    input: Int32, output: Int32
  ) throws(TerminalError) -> (UnsafeMutablePointer<FILE>, UnsafeMutablePointer<FILE>) {
    let copies = [fcntl(output, F_DUPFD_CLOEXEC, 3), fcntl(input, F_DUPFD_CLOEXEC, 3)]
    guard copies[0] >= 0, copies[1] >= 0,
      let out = unsafe fdopen(copies[0], "w"),
      let `in` = unsafe fdopen(copies[1], "r")
    else { throw .system(errno) }
    return unsafe (out, `in`)
  }

  /// Starts curses with the wanted description or the first usable one that may stand for it.
  private static func start(
    _ wanted: String, _ streams: (UnsafeMutablePointer<FILE>, UnsafeMutablePointer<FILE>)
  ) -> (OpaquePointer, String)? {
    for type in [wanted, "xterm-256color", "xterm", "vt100"] where !type.isEmpty {
      if let screen = unsafe newterm(type, streams.0, streams.1) { return unsafe (screen, type) }
    }
    return nil
  }

  /// What brings the terminal back without curses.
  private static func leavingBytes() -> [UInt8] {
    unsafe reportsOff
      + bytes([nc_exit_attributes(), nc_cursor_normal(), nc_keypad_local(), nc_exit_screen()])
  }

  /// What makes the terminal ours again without curses.
  private static func enteringBytes() -> [UInt8] {
    unsafe bytes([nc_enter_screen(), nc_keypad_xmit(), nc_exit_insert(), nc_enter_wrap()])
      + reportsOn
  }

  private static func bytes(_ strings: [UnsafePointer<CChar>?]) -> [UInt8] {
    unsafe strings.flatMap { string -> [UInt8] in
      guard let string = unsafe string else { return [] }
      return unsafe Array(String(cString: string).utf8)
    }
  }
}
