import CaseWire
import CasesAPI
import CasesHTTP
import CursesTerminal
import Glibc
import Threads
import StateStore
import TerminalModel
import Workbench
import WorkbenchView

/// A session at the terminal: joins the store, the client and the screen.
///
/// The calling thread sleeps in the terminal's loop and does nothing else; the client works on a
/// thread of its own and effects in tasks, and both only ever send actions to the store.
public struct WorkbenchSession {
  private let connection: Connection
  private let environment: Environment

  /// Makes a session; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - connection: the server, and what proves to it who asks.
  ///   - environment: the variables of the environment.
  public init(_ connection: Connection, environment: [String: String]) {
    self.connection = connection
    self.environment = Environment(environment)
  }

  /// Runs until the user leaves, or until the terminal or a signal ends it.
  ///
  /// Whatever was typed and not saved is on disk when it returns. Signals that end the program come
  /// through only while the terminal answers them, so that none interrupts the keeping.
  ///
  /// - Parameter signals: the signals, held; they are held when it returns.
  /// - Throws: `CommandError.failed` where there is no terminal to work on, or where a draft could
  ///   not be kept; `CommandError.ended` where a signal or the end of the terminal ended it.
  public func run(holding signals: HeldSignals) throws(CommandError) {
    tzset()
    let transport = CurlTransport(
      to: connection.address, version: Version.number,
      through: connection.proxy ?? Proxy(for: connection.address) { environment[$0] },
      trusting: connection.trust, limits: connection.limits, log: connection.log)
    // Its library takes as long to load as the terminal takes to open, so both go on at once.
    transport.prepare()
    defer { transport.stop() }
    let keeper = draftFolder.map(DraftKeeper.init(path:))
    let settings = connection.settings
    let cache = settings.keepsCache ? draftFolder.map { CaseCache(path: "\($0)/cache") } : nil
    let session = draftFolder.map {
      ValueKeeper<SessionMemory>(path: "\($0)/session", name: "session")
    }
    let triage = draftFolder.map {
      ValueKeeper<TriageSession>(path: "\($0)/triage", name: "triage")
    }
    guard let threads = EffectThreads() else {
      throw .failed("no threads can be started: \(SystemError.last.text)")
    }
    defer { threads.stop() }
    // The client is there before the store that is told of its pauses.
    let waits = Locked<(@Sendable (RequestWait?) -> Void)?>(nil)
    defer { waits.withLock { $0 = nil } }
    let runner = WorkbenchRunner(
      api: client(over: transport, resting: threads, telling: waits),
      drafts: keeper, triage: triage, session: session,
      cache: cache,
      templates: environment.folders.map { TemplateFolder(path: "\($0.config)/templates") },
      storeViews: storeViews,
      home: environment["HOME"],
      clock: { WallClock.now },
      rest: threads.rest(milliseconds:))
    let reason: EndReason
    let left: WorkbenchState
    do throws(TerminalError) {
      let wakeup = try Wakeup()
      var begun = WorkbenchState(server: connection.label, now: WallClock.now, zone: .local)
      begun.me = connection.user
      begun.losesDrafts = connection.losesDrafts
      begun.views = settings.views ?? SavedView.atFirst
      begun.rules = settings.rules
      begun.freshness.interval = settings.refresh
      begun.keepsCache = settings.keepsCache
      // What cannot be read is missed by nobody: the session begins as a first one.
      if let memory = try? session?.load() {
        begun.restore(memory, isFresh: connection.isFresh)
      }
      let store = Store<Workbench>(
        begun, on: threads, changed: { wakeup.wake() }, runner: runner.run)
      waits.withLock { tell in
        tell = { wait in store.send(.requestWaits(wait.map { Wording.text($0) })) }
      }
      let editor = editorFolder.map { EditorSession(folder: $0, environment, keeper) }
      reason = Self.converse(
        on: try Terminal(wakeup: wakeup), with: store, editor, holding: signals,
        // Whoever stops a program may never go on with it.
        stopping: { try? keep(store.state, in: keeper) })
      store.stop()
      left = store.state
    } catch {
      throw .failed(Self.text(error, type: environment["TERM"]))
    }
    try keep(left, in: keeper)
    // Should it fail, the next session begins as a first one.
    if left.list.total != nil || !left.outbox.isEmpty {
      try? session?.keep(SessionMemory(left, isLeft: true))
    }
    if let session = left.triage?.session ?? left.keptTriage { try keep(session, in: triage) }
    switch reason {
    case .finished: break
    case .signal(let signal): throw .ended(by: signal)
    case .disconnected: throw .ended(by: SIGHUP)
    }
  }

  /// What keeps the views of the number keys in the settings file.
  private var storeViews: (@Sendable ([SavedView]) -> String?)? {
    guard let path = connection.settingsFile else { return nil }
    return { views in SettingsStore(path: path).put(views) }
  }

  /// The client, which sends again what the server could not answer for the moment.
  private func client(
    over transport: CurlTransport, resting threads: EffectThreads,
    telling waits: Locked<(@Sendable (RequestWait?) -> Void)?>
  ) -> CasesClient {
    var clock = ClientClock()
    clock.timeOfDay = { WallClock.now }
    clock.rest = { pause in
      let (seconds, attoseconds) = pause.components
      let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
      await threads.rest(milliseconds: milliseconds + 1)
    }
    return CasesClient(
      over: transport, as: connection.credentials, retrying: RetryPolicy(), clock: clock,
      waits: { wait in waits.withLock { $0 }?(wait) })
  }

  /// Lets the terminal tell the store, and the store the terminal, until one of them ends it.
  private static func converse(
    on opened: consuming Terminal, with store: Store<Workbench>, _ editor: EditorSession?,
    holding signals: HeldSignals, stopping: () -> Void
  ) -> EndReason {
    var terminal = opened
    var drawn: WorkbenchState?
    var untrueAt: Timestamp?
    store.send(.started)
    signals.release()
    var reason = EndReason.finished
    repeat {
      if let edit = store.state.externalEdit {
        drawn = nil
        if let editor {
          editor.run(edit, on: &terminal, for: store)
        } else {
          store.send(.editorEnded(edit, .failed(Wording.noDraftFolder)))
        }
      }
      reason = terminal.run(
        handle: { event in
          store.send(.terminal(event, at: WallClock.now))
          if event == .stopping { stopping() }
        },
        frame: { _ in
          if let moment = untrueAt, WallClock.now >= moment {
            store.send(.clockMoved(WallClock.now))
          }
          let state = store.state
          guard state != drawn else { return nil }
          drawn = state
          untrueAt = WorkbenchView.secondsUntilUntrue(state).map {
            state.now.adding(seconds: Int64($0))
          }
          // What is returned is on the screen before the next key is taken.
          if state.dialog != nil, !state.isDialogSeen { store.send(.dialogDrawn) }
          return WorkbenchView.draw(state)
        },
        copying: {
          guard let text = store.state.clipping else { return nil }
          store.send(.clipped)
          return text
        },
        deadline: {
          untrueAt.map { max(0, Int(($0.microseconds - WallClock.now.microseconds) / 1_000) + 1) }
        },
        isFinished: { store.state.isFinished || store.state.externalEdit != nil })
    } while reason == .finished && !store.state.isFinished
    // Held before the terminal hands them back to the system, which would end the program.
    signals.hold()
    _ = consume terminal
    return reason
  }

  private var editorFolder: String? { draftFolder.map(EditorFile.folder(beside:)) }

  /// Writes what was typed and is not on disk yet.
  private func keep(_ state: WorkbenchState, in keeper: DraftKeeper?) throws(CommandError) {
    for key in state.unkept.keys {
      guard let draft = state.drafts[key] else { continue }
      do throws(FileError) {
        guard let keeper else { throw .noFolder("drafts") }
        try keeper.keep(draft)
      } catch {
        throw .failed("what was typed for \(key.fileName) could not be kept: \(error.text)")
      }
    }
    for draft in state.asides {
      do throws(FileError) {
        guard let keeper else { throw .noFolder("drafts") }
        _ = try keeper.setAside(draft)
      } catch {
        let name = draft.key.fileName
        throw .failed("what was typed for \(name) before could not be kept: \(error.text)")
      }
    }
  }

  /// Writes the triage session that is under way.
  private func keep(
    _ session: TriageSession, in keeper: ValueKeeper<TriageSession>?
  ) throws(CommandError) {
    do throws(FileError) {
      try keeper?.keep(session)
    } catch {
      throw .failed("the triage session could not be kept: \(error.text)")
    }
  }

  /// The folder of the drafts of this server, apart from those of any other one.
  private var draftFolder: String? {
    if let folder = connection.draftFolder { return folder }
    let variables = ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"]
    let known = variables.compactMap { name in environment[name].map { (name, $0) } }
    guard let folders = XDGFolders(environment: Dictionary(uniqueKeysWithValues: known)) else {
      return nil
    }
    let name = connection.label.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "_" }
    return "\(folders.state)/drafts/\(String(name))"
  }

  private static func text(_ error: TerminalError, type: String?) -> String {
    switch error {
    case .notATerminal: "standard input and output must be a terminal"
    case .unknownType: "the terminal type “\(type ?? "")” is not known here; set TERM"
    case .unsuitable(let type):
      "a terminal of the type “\(type)” cannot show the workbench; set TERM to what it really is"
    case .system(let number): "the terminal cannot be opened: \(SystemError(number).text)"
    }
  }
}
