import CasesAPI
import CaseWire

/// What is told about events of a case.
extension Wording {
  static let eventWanted = "Type or paste the ids of events"
  static func hasEvents(_ number: CaseNumber, _ count: Int) -> String {
    "#\(number) has \(count == 1 ? "this event" : "these events") already; nothing was sent"
  }
  static let noEvent = "There is no event here"

  static func changing(_ change: EventChange) -> String {
    let events = counted(change.events.count, "event")
    return switch change.kind {
    case .add: "adding \(events) to #\(change.number)"
    case .remove: "taking \(events) off #\(change.number)"
    }
  }

  static func changed(_ change: EventChange) -> String {
    let events = change.events.count == 1 ? "the event" : counted(change.events.count, "event")
    return switch change.kind {
    case .add: "Added \(events) to #\(change.number)"
    case .remove: "Took \(events) off #\(change.number)"
    }
  }

  static func notChanged(_ change: EventChange, _ outcome: EventChangeOutcome) -> String {
    guard !outcome.refused.isEmpty else { return stopped(change, outcome) }
    let settled = outcome.done.count + outcome.present.count
    let all = counted(change.events.count, "event")
    let head = settled == 0 ? "None of" : "\(grouped(settled)) of"
    let verb = settled == 0 || settled > 1 ? "are" : "is"
    let rest = outcome.trouble.map { _ in " \(stopped(change, outcome))" } ?? ""
    return "\(head) \(all) \(verb) in #\(change.number). \(refused(outcome.refused))\(rest)"
  }

  /// Which events the server does not take and why, those of one reason together.
  private static func refused(_ events: [RefusedEvent]) -> String {
    var reasons: [String] = []
    for event in events where !reasons.contains(text(event.error)) {
      reasons.append(text(event.error))
    }
    return reasons.map { reason in
      let ids = events.filter { text($0.error) == reason }.map(\.event.rawValue)
      let more = ids.count > 3 ? " and \(grouped(ids.count - 3)) more" : ""
      return "Not added: \(ids.prefix(3).joined(separator: ", "))\(more). \(reason)"
    }.joined(separator: " ")
  }

  /// What became of the events with which a change stopped.
  private static func stopped(_ change: EventChange, _ outcome: EventChangeOutcome) -> String {
    let verb = change.kind == .add ? "added to" : "taken off"
    let left = outcome.left(of: change).count - outcome.refused.count
    let events =
      change.events.count == 1
      ? "The event" : "\(grouped(left)) of \(counted(change.events.count, "event"))"
    switch outcome.trouble {
    case .failed(let error):
      return "\(events) \(left == 1 ? "was" : "were") not \(verb) #\(change.number). \(text(error))"
    case .unknown(let error):
      return "It is not known whether \(events.prefix(1).lowercased() + events.dropFirst()) "
        + "\(left == 1 ? "was" : "were") \(verb) #\(change.number); r shows what is there. "
        + text(error)
    case .done, nil:
      return changed(change)
    }
  }

  static func eventsBeingChanged(_ number: CaseNumber) -> String {
    "The events of #\(number) are being changed; wait until that is done"
  }
}
