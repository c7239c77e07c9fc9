import StateStore
import TerminalModel

/// Naming somebody, or nobody, in a question: the same for one case and for many.
extension WorkbenchState {
  /// Which suggestion Enter alone takes at first: whoever works here, where that is known.
  var firstChoice: PeopleChoice {
    var choice = PeopleChoice()
    if me != nil { choice.cursor = 0 }
    return choice
  }

  /// Who can be chosen: people, and nobody while nothing was typed.
  ///
  /// - Parameter input: the field.
  /// - Returns: user names, the word for nobody among them.
  func offers(for input: TextEditor) -> [String] {
    people(beginning: input.text) + (input.isEmpty ? [AssignDialog.nobody] : [])
  }

  /// Whom the field and the suggestions under it name.
  ///
  /// - Parameters:
  ///   - input: the field.
  ///   - choice: which suggestion is chosen.
  ///   - isMine: whether an empty field means whoever works here, where that is known.
  /// - Returns: whom, or why that is not clear.
  func named(
    by input: TextEditor, _ choice: PeopleChoice, isMine: Bool = true
  ) -> NamedPerson {
    let typed = input.text.trimmed
    if choice.cursor == nil, typed.lowercased() == Self.meWord {
      return me.map { .user($0) } ?? .unclear(Wording.whoIsMe)
    }
    let names = offers(for: input)
    let isOnly = isOnlyPerson(of: names, beginning: typed)
    let chosen = choice.taken(from: names, typed: typed, takesFirst: isOnly)
    let name = chosen ?? typed
    if chosen == nil, !typed.isEmpty, names.count > 1 {
      return .unclear(Wording.chooseSomebody(typed, of: names.count))
    }
    if name.isEmpty {
      return .unclear(isMine && me == nil ? Wording.whoIsMe : Wording.nameSomebody)
    }
    return name == AssignDialog.nobody ? .nobody : .user(name)
  }

  /// Takes a key that chooses or completes a suggestion.
  ///
  /// - Returns: whether it was such a key.
  func choose(_ key: Key, _ input: inout TextEditor, _ choice: inout PeopleChoice) -> Bool {
    let names = offers(for: input)
    switch key {
    case .down, .up:
      if !names.isEmpty { choice.move(by: key == .down ? 1 : -1, of: names.count) }
    case .tab:
      if let name = choice.taken(from: names, typed: input.text, takesFirst: true) {
        input.replaceAll(name)
        input.moveToEnd()
        choice = PeopleChoice()
      }
    default:
      return false
    }
    return true
  }
}
