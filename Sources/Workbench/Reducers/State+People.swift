import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Naming people: the server offers names as one types, and “me” is who works here.
extension WorkbenchState {
  /// The word for who works here.
  static let meWord = "me"
  /// How many people the server tells at most for a beginning.
  static let mostSuggested = 8

  /// The people to offer for what was typed; nobody where it is a whole name already.
  ///
  /// - Parameter text: what was typed.
  /// - Returns: user names, who works here first; at most 8.
  public func people(beginning text: String) -> [String] {
    let begun = text.trimmed.lowercased()
    let mine = [me].compactMap(\.self).filter {
      Self.meWord.hasPrefix(begun) || $0.lowercased().hasPrefix(begun)
    }
    // Until the answer is there, that of a shorter beginning is as true, if not as whole.
    var known: [String] = []
    var head = begun
    while !head.isEmpty, known.isEmpty {
      known = suggested[head] ?? []
      head.removeLast()
    }
    known = known.filter { $0.lowercased().hasPrefix(begun) && !mine.contains($0) }
    let names = mine + known
    // Whoever has typed a whole name means it, not a longer one.
    return names.contains { $0.lowercased() == begun } ? [] : Array(names.prefix(8))
  }

  /// Whether a single person is offered and no other name begins so, as far as the server told.
  ///
  /// - Parameters:
  ///   - names: who is offered.
  ///   - text: what was typed.
  /// - Returns: false while the server may know more than it has told.
  public func isOnlyPerson(of names: [String], beginning text: String) -> Bool {
    let begun = text.trimmed.lowercased()
    guard names.count == 1, !begun.isEmpty else { return false }
    if begun == Self.meWord || suggested[begun] != nil { return true }
    var head = begun
    while !head.isEmpty {
      // An answer that is not full has left nobody out.
      if let known = suggested[head] { return known.count < Self.mostSuggested }
      head.removeLast()
    }
    return false
  }

  /// Asks the server for people whose names begin as typed, once typing rests.
  func askForPeople(beginning text: String) -> Orders {
    let begun = text.trimmed.lowercased()
    guard !begun.isEmpty, begun != Self.meWord, suggested[begun] == nil else {
      return [.cancel(.suggestions)]
    }
    return [.run(.suggestPeople(begun, rest: Self.restBeforePeople), id: .suggestions)]
  }

  /// The people that are offered in the form.
  public var offeredPeople: [String] {
    guard let form, form.people != nil, form.focus.isPerson else { return [] }
    return people(beginning: form.texts[form.focus])
  }

  /// Offers people for what was typed into the form.
  mutating func offerPeople(in field: CaseField) -> Orders {
    guard field.isPerson, let text = form?.texts[field] else { return [] }
    form?.people = PeopleChoice()
    return askForPeople(beginning: text)
  }

  /// Offers nobody any more.
  mutating func hidePeople() -> Orders {
    guard form?.people != nil else { return [] }
    form?.people = nil
    return [.cancel(.suggestions)]
  }

  /// Takes a key in the people that are offered in the form.
  ///
  /// - Returns: nil where the key is meant for the form.
  mutating func pressPeople(_ key: Key) -> Orders? {
    guard let field = form?.focus, var choice = form?.people else { return nil }
    let names = offeredPeople
    guard !names.isEmpty else { return nil }
    switch key {
    case .down, .up:
      choice.move(by: key == .down ? 1 : -1, of: names.count)
      form?.people = choice
      return []
    case .escape:
      return hidePeople()
    case .enter, .tab:
      let typed = form?.texts[field] ?? ""
      let isTaken = key == .tab || isOnlyPerson(of: names, beginning: typed)
      guard let name = choice.taken(from: names, typed: typed, takesFirst: isTaken) else {
        if !typed.trimmed.isEmpty {
          form?.problems[field] = Wording.chooseSomebody(typed.trimmed, of: names.count)
        }
        return nil
      }
      form?.editors[field]?.replaceAll(name)
      form?.editors[field]?.moveToEnd()
      let orders = typed == name ? [] : self.typed(in: field)
      return orders + hidePeople()
    default:
      return nil
    }
  }
}

extension CaseField {
  /// Whether a user stands in the field.
  var isPerson: Bool { self == .subject || self == .assignee }
}
