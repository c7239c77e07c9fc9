import CNcurses
import Glibc

extension Terminal {
  /// Lends the terminal to another program and takes it back when that one ends.
  ///
  /// The program runs in the foreground, with the signals and the modes of an ordinary start. Where
  /// it stops itself, this process stops too, so that the shell has the terminal meanwhile. When
  /// this process is asked to end, so is the program.
  ///
  /// - Parameter arguments: the path of the program, then what it is started with.
  /// - Returns: its exit status, or 128 and the number of the signal that ended it.
  /// - Throws: `TerminalError.system` when it cannot be started; the terminal is ours again then.
  public mutating func lend(to arguments: [String]) throws(TerminalError) -> Int32 {
    giveBack()
    defer { resume() }
    let child = try start(arguments)
    // What is typed at the program is not for this one.
    let interrupt = ignore(SIGINT)
    let quit = ignore(SIGQUIT)
    defer {
      restore(SIGINT, interrupt)
      restore(SIGQUIT, quit)
      TerminalGuard.forget([SIGTSTP, SIGCONT, SIGWINCH])
    }
    return wait(for: child)
  }

  private func ignore(_ signal: Int32) -> sigaction {
    var old = sigaction()
    var new = sigaction()
    unsafe new.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(signal, &new, &old)
    return old
  }

  private func restore(_ signal: Int32, _ action: sigaction) {
    var action = action
    unsafe sigaction(signal, &action, nil)
  }

  private func wait(for child: pid_t) -> Int32 {
    var isAsked = false
    while true {
      var status: Int32 = 0
      let found = unsafe waitpid(child, &status, WUNTRACED)
      if TerminalGuard.isEndNoted, !isAsked {
        isAsked = true
        kill(child, SIGHUP)
        kill(child, SIGCONT)
      }
      if found < 0 {
        if errno == EINTR { continue }
        return 127
      }
      // The layout of the status is that of wait(2): a stop, a signal, or the exit status.
      if status & 0xFF == 0x7F {
        kill(0, SIGSTOP)
        // Whoever continued this process alone wants to see its program go on, with all it started.
        kill(0, SIGCONT)
      } else {
        return status & 0x7F != 0 ? 128 + status & 0x7F : status >> 8 & 0xFF
      }
    }
  }

  private func start(_ arguments: [String]) throws(TerminalError) -> pid_t {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawn_file_actions_init(&actions)
    defer {
      unsafe posix_spawnattr_destroy(&attributes)
      unsafe posix_spawn_file_actions_destroy(&actions)
    }
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    guard let program = unsafe words[0] else { throw .system(ENOMEM) }
    var child: pid_t = 0
    let code = unsafe posix_spawn(
      &child, program, &actions, &attributes, &words, nc_environment())
    guard code == 0 else { throw .system(code) }
    return child
  }
}
