import CasesAPI
import CaseWire

/// Adding events to cases and taking them off.
extension WorkbenchRunner {
  /// Adds events together, takes them off one by one; the server knows no other way.
  func carryOut(_ change: EventChange) async -> EventChangeOutcome {
    if change.kind == .add, change.events.count > 1 { return await addTogether(change) }
    var done: [EventID] = []
    for event in change.events {
      let outcome =
        switch change.kind {
        case .add: await api.addOnce(event, to: change.number)
        case .remove: await api.removeOnce(event, from: change.number)
        }
      guard outcome == .done else { return EventChangeOutcome(done: done, trouble: outcome) }
      done.append(event)
    }
    return EventChangeOutcome(done: done)
  }

  /// Adds events by as few requests as it takes to find out which of them the server does not take.
  ///
  /// A refusal of several means that none of them was added and does not say which is to blame. So
  /// each half is added by itself then, down to single ones; no event is sent again after it came
  /// in.
  private func addTogether(_ change: EventChange) async -> EventChangeOutcome {
    var found = EventChangeOutcome(done: [])
    var waiting = [change.events[...]]
    while let part = waiting.popLast() {
      let outcome =
        if part.count == 1, let event = part.first {
          await api.addOnce(event, to: change.number)
        } else {
          await api.addOnce(Array(part), to: change.number)
        }
      switch outcome {
      case .done:
        found.done += part
      case .failed(let error) where part.count > 1 && error.isAboutEvents:
        let middle = part.startIndex + part.count / 2
        waiting += [part[middle...], part[..<middle]]
      case .failed(let error) where error.word == .caseAlreadyHasEvent:
        found.present += part
      case .failed(let error) where error.isAboutEvents:
        found.refused += part.map { RefusedEvent($0, error) }
      case .failed, .unknown:
        found.trouble = outcome
        return found
      }
    }
    return found
  }
}

extension CasesError {
  /// Whether it may be one of several events that the server does not take, not the case or the
  /// client; a word that is not known may mean that.
  fileprivate var isAboutEvents: Bool {
    guard case .refused(_, status: 400, let problem) = self else { return false }
    let others: [ProblemWord] = [
      .caseIsClosed, .noEditsOnceClosed, .noEditsOnceArchived, .noSuchCase, .caseEventLimitReached,
    ]
    return problem.map { !others.contains($0.problem) } ?? true
  }
}
