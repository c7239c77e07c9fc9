import CasesAPI
import StateStore
import TerminalModel

/// Naming somebody for many cases, with the names that the form would offer.
extension WorkbenchState {
  /// Who can be chosen for the marked cases.
  ///
  /// - Parameter dialog: the question.
  /// - Returns: user names, the word for nobody among them; none where no person is asked for.
  public func choices(of dialog: BulkDialog) -> [String] {
    guard case .words(let kind) = dialog.stage, kind.isPerson else { return [] }
    return offers(for: dialog.input)
  }

  /// Takes a key in the box for the words.
  mutating func pressBulkWords(_ key: Key, _ kind: BulkKind, _ old: BulkDialog) -> Orders {
    var dialog = old
    if key == .enter { return takeBulkWords(kind, dialog) }
    if !kind.isPerson || !choose(key, &dialog.input, &dialog.choice) {
      guard dialog.input.handle(key, width: 200) else { return [] }
      if dialog.input.text != old.input.text { return bulkWordsTyped(kind, dialog) }
    }
    self.dialog = .bulk(dialog)
    return []
  }

  /// Shows what was typed, and asks for the people it could be the beginning of.
  mutating func bulkWordsTyped(_ kind: BulkKind, _ old: BulkDialog) -> Orders {
    var dialog = old
    dialog.choice = PeopleChoice()
    dialog.problem = nil
    self.dialog = .bulk(dialog)
    return kind.isPerson ? askForPeople(beginning: dialog.input.text) : []
  }

  /// Goes on from the words to the question, where they make sense.
  private mutating func takeBulkWords(_ kind: BulkKind, _ old: BulkDialog) -> Orders {
    var dialog = old
    var words = dialog.input.text.trimmed
    if kind.isPerson {
      switch named(by: dialog.input, dialog.choice, isMine: kind == .assign) {
      case .user(let user): words = user
      case .nobody: words = ""
      case .unclear(let problem):
        dialog.problem = problem
        self.dialog = .bulk(dialog)
        return []
      }
    }
    guard let act = kind.act(words) else {
      dialog.problem = Wording.bulkWordsWanted
      self.dialog = .bulk(dialog)
      return []
    }
    dialog.problem = nil
    dialog.go(to: .confirm(act))
    open(.bulk(dialog))
    return kind.isPerson ? [.cancel(.suggestions)] : []
  }
}
