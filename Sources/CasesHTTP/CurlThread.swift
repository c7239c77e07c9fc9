import CasesAPI
import Glibc
import Threads

/// The network thread of one transport, started when it is first wanted.
final class CurlThread: Sendable {
  private enum State {
    case none
    case running(pthread_t)
    case ended
  }

  private let state = Locked(State.none)
  private let settings: CurlSettings
  private let mailbox: CurlMailbox

  /// Makes a thread that does not run yet.
  ///
  /// - Parameters:
  ///   - settings: what all requests have in common.
  ///   - mailbox: where its orders come from.
  init(_ settings: CurlSettings, _ mailbox: CurlMailbox) {
    self.settings = settings
    self.mailbox = mailbox
  }

  /// Starts the thread if it has not been started.
  func start() {
    let isRefused = state.withLock { state in
      guard case .none = state else { return false }
      guard let thread = spawn() else {
        state = .ended
        return true
      }
      state = .running(thread)
      return false
    }
    if isRefused {
      mailbox.close(TransportError(.unavailable, "the system has no thread to give"))
    }
  }

  /// Ends the thread, if it runs.
  ///
  /// - Parameter waits: whether to wait until it has ended.
  func end(waits: Bool) {
    let thread = state.withLock { state in
      defer { state = .ended }
      if case .running(let thread) = state { return thread as pthread_t? }
      return nil
    }
    guard let thread else {
      mailbox.close(TransportError(.cancelled, "the program ends"))
      return
    }
    mailbox.askToClose()
    if waits { pthread_join(thread, nil) } else { pthread_detach(thread) }
  }

  private func spawn() -> pthread_t? {
    let work = unsafe Unmanaged.passRetained(Work(settings, mailbox))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      return nil
    }
    return thread
  }
}

extension CurlThread {
  /// What the thread does; keeps alive what it needs, not the transport.
  private final class Work: Sendable {
    private let settings: CurlSettings
    private let mailbox: CurlMailbox

    init(_ settings: CurlSettings, _ mailbox: CurlMailbox) {
      self.settings = settings
      self.mailbox = mailbox
    }

    func run() {
      ThreadSignals.leaveToMainThread()
      do throws(TransportError) {
        mailbox.close(try CurlLoop(settings, mailbox).run())
      } catch {
        mailbox.close(error)
      }
    }
  }
}
