import CNcurses
import Glibc
public import TerminalModel

extension Terminal {
  /// How long drawing may be put off while keys keep coming, in milliseconds.
  private static let longestDelay = 100

  /// Runs until the program wants to end or something ends it.
  ///
  /// The calling thread sleeps until a key, a change of size, a signal or a `Wakeup.wake` comes, or
  /// until the deadline that the program gave; nothing else wakes it. Everything that has come is
  /// handled before the screen is drawn, so a flood of keys is drawn once. `^L` draws the whole
  /// screen again and `^Z` suspends; neither is handed over. The first event is always the size,
  /// and before a stop by `^Z` or SIGTSTP `.stopping` is handled.
  ///
  /// - Parameters:
  ///   - handle: takes one event; it must return quickly.
  ///   - frame: the screen at a size, asked for whenever no input waits; nil when nothing has
  ///     changed since the last one.
  ///   - copying: a text for the terminal's clipboard, asked for whenever no input waits; nil for
  ///     none.
  ///   - deadline: in how many milliseconds the screen becomes untrue by itself; nil for never.
  ///   - isFinished: whether the program wants to end; asked after each event and each wake-up.
  /// - Returns: why it ended. The terminal still stands; let it go to give the screen back.
  public mutating func run(
    handle: (TerminalEvent) -> Void,
    frame: (Size) -> Grid?,
    copying: () -> String? = { nil },
    deadline: () -> Int? = { nil },
    isFinished: () -> Bool
  ) -> EndReason {
    var decoder = KeyDecoder()
    var bytes = [UInt8](repeating: 0, count: 65536)
    var undrawnSince: Int?
    handle(.resized(size))
    while true {
      if isFinished() { return .finished }
      if let reason = answerSignals(handle: handle) { return reason }
      if isFinished() { return .finished }

      let now = Self.milliseconds()
      let mayDraw = undrawnSince.map { now - $0 >= Self.longestDelay } ?? false
      if mayDraw || poll(for: 0).keys == 0 {
        undrawnSince = nil
        if let text = copying() { copy(text) }
        if let grid = frame(size) { paint(grid) }
      }
      let waits = [decoder.deadline.map { $0 - Self.milliseconds() }, deadline()].compactMap(\.self)
      let found = poll(for: undrawnSince == nil ? waits.min().map { max(0, $0) } : 0)
      if found.wakes != 0 { wakeup.drain() }
      var events = decoder.expire(at: Self.milliseconds())
      if found.keys & Int16(POLLIN) != 0 {
        let count = unsafe read(input, &bytes, bytes.count)
        if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return .disconnected }
        if count > 0 {
          let now = Self.milliseconds()
          undrawnSince = undrawnSince ?? now
          events += decoder.feed(bytes[..<count], at: now)
        }
      } else if found.keys != 0 {
        return .disconnected
      }
      for event in events {
        switch event {
        case .key(.control("l")): redraw()
        case .key(.control("z")): suspendAndTell(handle: handle)
        default: handle(event)
        }
        if isFinished() { return .finished }
      }
    }
  }

  /// Answers what the handlers of signals have noted; the result is a reason to end.
  private mutating func answerSignals(handle: (TerminalEvent) -> Void) -> EndReason? {
    let noted = TerminalGuard.takeNoted()
    if noted == 0 { return nil }
    func has(_ signal: Int32) -> Bool { noted & 1 << UInt64(signal) != 0 }
    for signal in [SIGTERM, SIGHUP, SIGINT] where has(signal) { return .signal(signal) }
    if has(SIGTSTP) {
      suspendAndTell(handle: handle)
      return answerSignals(handle: handle)
    } else if has(SIGCONT) {
      // Stopped by somebody else, who left the terminal in any state.
      let old = size
      resume()
      if size != old { handle(.resized(size)) }
    } else if has(SIGWINCH), fitWindow() {
      handle(.resized(size))
    }
    return nil
  }

  private mutating func suspendAndTell(handle: (TerminalEvent) -> Void) {
    let old = size
    handle(.stopping)
    suspend()
    TerminalGuard.forget([SIGCONT])
    handle(.resumed)
    if size != old { handle(.resized(size)) }
  }

  /// Waits for keys or a wake-up.
  private func poll(for milliseconds: Int?) -> (keys: Int16, wakes: Int16) {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeup.reading, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = milliseconds.map { Int32(clamping: $0) } ?? -1
    // A signal ends it early; the handler has written to the pipe then, so nothing is missed.
    guard unsafe Glibc.poll(&descriptors, 2, timeout) > 0 else { return (0, 0) }
    return (descriptors[0].revents, descriptors[1].revents)
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
