import Glibc

/// What a thread beside the main one does with signals.
public enum ThreadSignals {
  /// Signals that a fault of the thread itself sends to it.
  ///
  /// Blocked ones would end the process past its handlers, which give the terminal back.
  private static let faults = [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP]
  /// Bytes of a stack for handlers.
  private static let stackSize = 65_536

  /// Where each thread keeps its stack for handlers, which goes with the thread; nil where the
  /// system has no place left.
  private static let place: pthread_key_t? = {
    var key = pthread_key_t()
    let code = unsafe pthread_key_create(&key) { stack in
      var none = unsafe stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
      unsafe sigaltstack(&none, nil)
      unsafe stack?.deallocate()
    }
    return code == 0 ? key : nil
  }()

  /// Leaves all signals to the main thread but those of its own faults, for which it is made ready.
  ///
  /// A broken pipe then is an error and no signal.
  public static func leaveToMainThread() {
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    for fault in faults { unsafe sigdelset(&signals, fault) }
    unsafe pthread_sigmask(SIG_SETMASK, &signals, nil)
    prepareForFaults()
  }

  /// Gives the calling thread a stack for the handlers of signals, so that they run even when its
  /// own stack is full; further calls do nothing.
  public static func prepareForFaults() {
    guard let place, unsafe pthread_getspecific(place) == nil else { return }
    var present = unsafe stack_t()
    // A sanitizer has given each thread one already.
    guard unsafe sigaltstack(nil, &present) == 0, unsafe present.ss_flags & Int32(SS_DISABLE) != 0
    else { return }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    var stack = unsafe stack_t(ss_sp: memory, ss_flags: 0, ss_size: stackSize)
    guard unsafe sigaltstack(&stack, nil) == 0, unsafe pthread_setspecific(place, memory) == 0
    else {
      unsafe sigaltstack(&present, nil)
      unsafe memory.deallocate()
      return
    }
  }
}
