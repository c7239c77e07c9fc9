import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Assigning a case from the list or the case: one field is changed, and nothing else.
extension WorkbenchState {
  /// Asks who shall look after the case.
  mutating func startAssigning() -> Orders {
    let summary = focus == .cases ? list.current : detail.known
    guard let summary else {
      notice = reasonOff(.assign).map { Notice(.info, $0) }
      return []
    }
    guard !isPosted(summary.number) else { return [] }
    guard summary.status == .open else {
      notice = Notice(.attention, Wording.settled(summary.number, summary.status))
      return []
    }
    guard work[.assign(summary.number)] == nil, work[.save(.existing(summary.number))] == nil else {
      notice = Notice(.attention, Wording.beingChanged(summary.number))
      return []
    }
    var dialog = AssignDialog(summary)
    // So that Enter assigns to whoever works here; the name stands beside it.
    dialog.choice = firstChoice
    open(.assign(dialog))
    return []
  }

  /// Who can be chosen for a case: people, and nobody while nothing was typed.
  ///
  /// - Parameter dialog: the question.
  /// - Returns: user names, the word for nobody among them.
  public func choices(of dialog: AssignDialog) -> [String] { offers(for: dialog.input) }

  /// Takes a key in the question who shall look after a case.
  mutating func pressAssign(_ key: Key, _ old: AssignDialog) -> Orders {
    var dialog = old
    guard !dialog.isSending else { return [] }
    if key == .enter { return assign(dialog) }
    var orders: Orders = []
    if !choose(key, &dialog.input, &dialog.choice) {
      guard dialog.input.handle(key, width: 200) else { return [] }
      if dialog.input.text != old.input.text {
        dialog.choice = PeopleChoice()
        dialog.problem = nil
        orders = askForPeople(beginning: dialog.input.text)
      }
    }
    self.dialog = .assign(dialog)
    return orders
  }

  private mutating func assign(_ old: AssignDialog) -> Orders {
    var dialog = old
    let name: String
    switch named(by: dialog.input, dialog.choice) {
    case .user(let user): name = user
    case .nobody: name = ""
    case .unclear(let problem):
      dialog.problem = problem
      self.dialog = .assign(dialog)
      return []
    }
    dialog.problem = nil
    dialog.isSending = true
    self.dialog = .assign(dialog)
    let id = WorkbenchEffectID.assign(dialog.summary.number)
    work[id] = Wording.assigning(dialog.summary.number)
    return [.cancel(.suggestions), .run(.assign(dialog.summary, to: name), id: id)]
  }

  /// Tells what became of a case that was to be assigned.
  mutating func assignEnded(_ number: CaseNumber, _ outcome: BulkOutcome) -> Orders {
    work[.assign(number)] = nil
    guard case .saved(_, let saved) = outcome, saved.mayHaveChanged else {
      return tell(outcome, of: number)
    }
    return tell(outcome, of: number) + recountViews()
  }

  private mutating func tell(_ outcome: BulkOutcome, of number: CaseNumber) -> Orders {
    let problem: String
    switch outcome {
    case .saved(let order, .change(.saved(let saved, _))):
      note(UndoStep(takingBack: order.draft, storedAs: saved), after: nil)
      noteDeed(.saved([.assignee]), of: number)
      return assigned(saved)
    case .saved(_, .change(.unchanged(let saved))):
      return assigned(saved)
    case .saved(_, .change(.settled(let latest))):
      update(latest)
      problem = Wording.settledBySomebody(latest)
    case .saved(_, .change(.conflict(let latest, _))):
      update(latest)
      problem = Wording.assignedMeanwhile(number)
    case .saved(_, .change(.unknown(let error))):
      problem = Wording.assignedOrNot(number, error)
    case .saved(_, .personUnknown(_, let name)):
      problem = Wording.nobodyIsCalled(name)
    case .saved(_, .change(.failed(let error))), .saved(_, .peopleNotFound(let error)),
      .notRead(let error):
      problem = Wording.notAssigned(number, error)
    case .changedSince:
      problem = Wording.assignedMeanwhile(number)
    case .saved(_, .creation), .eventsChanged, .exported, .deleted, .violates:
      return []
    }
    isLeaving = false
    if case .assign(var dialog) = dialog, dialog.summary.number == number {
      dialog.isSending = false
      dialog.problem = problem
      self.dialog = .assign(dialog)
    } else {
      notice = Notice(.error, problem)
    }
    return detail.number == number ? refetch() : []
  }

  private mutating func assigned(_ saved: Case) -> Orders {
    update(saved)
    if case .assign(let asked) = dialog, asked.summary.number == saved.number { dialog = nil }
    notice = Notice(.done, Wording.assigned(saved))
    return []
  }
}
