import CasesAPI
public import CaseWire
import StateStore
import TerminalModel

/// What can never be taken back: it is asked for by number, and waits a moment before it is sent.
extension WorkbenchState {
  /// Takes a key where a case is closed for ever: its number is typed, then Enter.
  mutating func pressClose(_ key: Key, _ old: CloseDialog) -> Orders {
    var dialog = old
    switch key {
    case .enter:
      if !dialog.violations.isEmpty {
        dialog.problem = Wording.mendFirst(dialog.violations)
        dialog.input.replaceAll("")
      } else if dialog.isAnswered {
        self.dialog = nil
        return post(.close(SaveOrder(dialog.draft, closes: true)), of: [dialog.shown.number])
      } else {
        dialog.problem = Wording.typeTheNumber(dialog.shown.number)
      }
    case _ where dialog.input.isEmpty && KeyboardLayout.latin(key) == "e":
      self.dialog = nil
      return withCase { .edit($0) }
    default:
      dialog.problem = dialog.input.takeDigit(key, dialog.problem)
    }
    self.dialog = .close(dialog)
    return []
  }

  /// Asks for the number of the case that is to be deleted.
  mutating func askToDelete() -> Orders {
    if focus == .cases, !marks.isEmpty { return startBulk(.delete) }
    guard let shown = focus == .cases ? list.current ?? detail.known : detail.known else {
      notice = reasonOff(.deleteCase).map { Notice(.info, $0) }
      return []
    }
    guard !isPosted(shown.number) else { return [] }
    open(.delete(DeleteDialog(shown, hasDraft: hasDraft(of: shown.number))))
    return []
  }

  /// Takes a key where a case is deleted for ever: its number is typed, then Enter.
  mutating func pressDelete(_ key: Key, _ old: DeleteDialog) -> Orders {
    var dialog = old
    if key == .enter {
      if dialog.isAnswered {
        self.dialog = nil
        return post(.delete(dialog.shown.number), of: [dialog.shown.number])
      }
      dialog.problem = Wording.typeTheNumberToDelete(dialog.shown.number)
    } else {
      dialog.problem = dialog.input.takeDigit(key, dialog.problem)
    }
    self.dialog = .delete(dialog)
    return []
  }

  /// How many events a case has that is to be closed or deleted.
  ///
  /// - Parameter number: the case.
  /// - Returns: what the checklist tells.
  public func eventCount(of number: CaseNumber) -> EventCount {
    guard events.number == number else { return .unknown }
    if let total = events.total { return .known(total) }
    return events.failure == nil ? .asked : .unknown
  }

  /// Has the events counted that a checklist wants to tell.
  mutating func followChecklist() -> Orders {
    let number: CaseNumber
    switch dialog {
    case .close(let dialog): number = dialog.shown.number
    case .delete(let dialog): number = dialog.shown.number
    default: return []
    }
    return events.number == number ? fetchEvents(rest: 0) : []
  }

  /// Whether a case waits in the outbox; tells so, since it must not be changed meanwhile.
  mutating func isPosted(_ number: CaseNumber) -> Bool {
    guard outbox.contains(where: { $0.numbers.contains(number) }) else { return false }
    notice = Notice(.attention, Wording.waitsInOutbox(number))
    return true
  }

  /// Puts an order into the outbox.
  mutating func post(_ order: OutboxOrder, of numbers: [CaseNumber]) -> Orders {
    for number in numbers { settle(number, true) }
    return rules.wait > 0 ? wait(for: order, of: numbers) : carryOut(order)
  }

  private mutating func wait(for order: OutboxOrder, of numbers: [CaseNumber]) -> Orders {
    let item = OutboxItem(
      numbers: numbers, order: order, dueAt: now.adding(seconds: Int64(rules.wait)))
    outbox.append(item)
    return [.run(.waitInOutbox(item.number, rest: rules.wait * 1_000), id: .outbox(item.number))]
  }

  /// Takes the order back that was put into the outbox last.
  mutating func takeBack() -> Orders {
    guard let item = outbox.popLast() else { return [] }
    for number in item.numbers { settle(number, false) }
    notice = Notice(.done, Wording.takenBack(item))
    return [.cancel(.outbox(item.number))]
  }

  /// Takes all orders back.
  mutating func takeAllBack() -> Orders {
    let items = outbox
    outbox = []
    return items.map { .cancel(.outbox($0.number)) }
  }

  /// Sends an order whose time has come.
  mutating func outboxDue(_ number: CaseNumber) -> Orders {
    // A wait that ends while the question opens is no answer to it.
    guard !holdsOutbox, let index = outbox.firstIndex(where: { $0.number == number }) else {
      return []
    }
    return carryOut(outbox.remove(at: index).order)
  }

  /// Lets nothing be sent while it is asked what shall become of it, or while the program is
  /// stopped; after that the wait begins anew.
  mutating func followOutbox() -> Orders {
    guard holdsOutbox != isOutboxHeld else { return [] }
    isOutboxHeld = holdsOutbox
    if isOutboxHeld { return outbox.map { .cancel(.outbox($0.number)) } }
    let items = outbox
    outbox = []
    return items.flatMap { wait(for: $0.order, of: $0.numbers) }
  }

  private var holdsOutbox: Bool {
    guard !isStopped, case .confirm(let asked) = dialog else { return isStopped }
    return asked.question == .outboxWaits
  }

  /// Sends at once all that waits.
  mutating func sendOutbox() -> Orders {
    let items = outbox
    outbox = []
    return items.flatMap { [.cancel(.outbox($0.number))] + carryOut($0.order) }
  }

  private mutating func carryOut(_ order: OutboxOrder) -> Orders {
    switch order {
    case .close(let order): return send(order)
    case .bulk(let order): return begin(order)
    case .delete(let number):
      work[.delete(number)] = Wording.deleting(number)
      return [.run(.delete(number), id: .delete(number))]
    }
  }

  /// Tells what became of a case that was to be deleted.
  mutating func deleteEnded(_ number: CaseNumber, _ outcome: ChangeOutcome) -> Orders {
    work[.delete(number)] = nil
    switch outcome {
    case .done:
      notice = Notice(.done, Wording.deleted(number))
      recent.removeAll { $0 == number }
      forgetSteps(of: number)
      noteDeed(.deleted, of: number)
      return forget(number) + recountViews()
    case .failed(let error):
      notice = Notice(.error, Wording.notDeleted(number, error))
    case .unknown(let error):
      viewCounts = []
      notice = Notice(.error, Wording.deletedOrNot(number, error))
    }
    settle(number, false)
    isLeaving = false
    return []
  }

  /// Shows the list without a case that is gone; the cursor goes to the case beside it.
  private mutating func forget(_ number: CaseNumber) -> Orders {
    guard !list.isStill else { return [] }
    let orders: Orders = list.awaited.sorted().map { .cancel(.page($0)) }
    if list.selected == number {
      let beside = list.row(list.cursor + 1) ?? list.row(list.cursor - 1)
      list.selected = beside?.number
    }
    isPinned = false
    if focus != .cases, detail.number == number { focus = .cases }
    list.refresh()
    return orders
  }
}
