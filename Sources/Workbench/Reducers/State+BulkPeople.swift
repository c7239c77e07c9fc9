import CasesAPI
import StateStore
import TerminalModel

/// Naming somebody for many cases, with the names that the form would offer.
extension WorkbenchState {
  /// The people that can be chosen for the marked cases.
  ///
  /// - Parameter dialog: the question.
  /// - Returns: user names; none where no person is asked for.
  public func choices(of dialog: BulkDialog) -> [String] {
    guard case .words(let kind) = dialog.stage, kind.isPerson else { return [] }
    return people(beginning: dialog.input.text)
  }

  /// Takes a key in the people that are offered for the marked cases.
  ///
  /// - Returns: nil where the key is meant for the box.
  mutating func pressBulkPeople(_ key: Key, _ old: BulkDialog) -> Orders? {
    let names = choices(of: old)
    guard !names.isEmpty else { return nil }
    var dialog = old
    switch key {
    case .down, .up:
      dialog.choice.move(by: key == .down ? 1 : -1, of: names.count)
      self.dialog = .bulk(dialog)
      return []
    case .enter, .tab:
      let typed = dialog.input.text
      guard let name = dialog.choice.taken(from: names, typed: typed, takesFirst: key == .tab)
      else { return nil }
      dialog.input.replaceAll(name)
      dialog.input.moveToEnd()
      dialog.choice = PeopleChoice()
      dialog.problem = nil
    default:
      return nil
    }
    self.dialog = .bulk(dialog)
    return [.cancel(.suggestions)]
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
  mutating func takeBulkWords(_ kind: BulkKind, _ old: BulkDialog) -> Orders {
    var dialog = old
    var words = dialog.input.text.trimmed
    if kind.isPerson, words.lowercased() == Self.meWord {
      guard let me else {
        dialog.problem = Wording.whoIsMe
        self.dialog = .bulk(dialog)
        return []
      }
      words = me
    }
    guard let act = kind.act(words) else {
      dialog.problem = Wording.bulkWordsWanted
      self.dialog = .bulk(dialog)
      return []
    }
    dialog.stage = .confirm(act)
    open(.bulk(dialog))
    return kind.isPerson ? [.cancel(.suggestions)] : []
  }
}
