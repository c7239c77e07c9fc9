import CursesTerminal
import StateStore
import Workbench

/// The user's own editor, on the terminal of the workbench.
struct EditorSession {
  private let folder: String
  private let command: EditorCommand
  private let keeper: DraftKeeper?

  /// Prepares for an editor; nothing runs yet.
  ///
  /// - Parameters:
  ///   - folder: where its files lie.
  ///   - environment: where `VISUAL` and `EDITOR` are looked up.
  ///   - keeper: keeps what comes back.
  init(folder: String, _ environment: Environment, _ keeper: DraftKeeper?) {
    self.folder = folder
    self.keeper = keeper
    command = EditorCommand(visual: environment["VISUAL"], editor: environment["EDITOR"])
  }

  /// Lends the terminal to the editor, and tells the store what came of it.
  ///
  /// The file goes only once its text is on disk as a draft, or nothing was changed in it.
  ///
  /// - Parameters:
  ///   - edit: the text.
  ///   - terminal: the terminal, ours again when this returns.
  ///   - store: what is told.
  func run(_ edit: ExternalEdit, on terminal: inout Terminal, for store: Store<Workbench>) {
    var file = EditorFile(edit, in: folder)
    let outcome = outcome(of: edit, lentAs: store.state.loan, in: &file, on: &terminal)
    store.send(.editorEnded(edit, outcome))
    let state = store.state
    guard case .text(let text) = outcome, state.holds(text, of: edit) else { return }
    do throws(FileError) {
      if let form = state.form, let draft = state.drafts[form.key] { try keeper?.keep(draft) }
      file.remove()
    } catch {
      // The store tries again and tells the user; until then the file has the words.
    }
  }

  private func outcome(
    of edit: ExternalEdit, lentAs loan: EditorLoan?, in file: inout EditorFile,
    on terminal: inout Terminal
  ) -> ExternalEditOutcome {
    guard let loan else { return .failed(Wording.editorFormGone) }
    do throws(FileError) {
      try file.write(loan)
    } catch {
      return .failed(error.text)
    }
    do throws(TerminalError) {
      let status = try terminal.lend(to: command.arguments(for: file.path))
      if let trouble = command.trouble(status: status) {
        let isUntouched = file.read() == edit.text
        if isUntouched { file.remove() }
        return .failed(isUntouched ? trouble : Wording.editorLeft(file.path, trouble))
      }
    } catch {
      return .failed(Wording.editorNotStarted)
    }
    guard let text = file.read() else {
      return .failed(
        file.isThere ? Wording.editorFileUnreadable(file.path) : Wording.editorFileGone)
    }
    return .text(text)
  }
}
