import CaseWire

extension JSONWriter {
  /// Writes what was changed of a case at one instant.
  mutating func historyEntry(_ entry: HistoryEntry) {
    raw("{\"kind\":")
    text(entry.kind.rawValue)
    raw(",\"changedAt\":")
    timestamp(entry.changedAt)
    raw(",\"userUid\":")
    text(entry.userUid?.rawValue)
    raw(",\"username\":")
    text(entry.username)
    raw(",\"changes\":[")
    for (index, change) in entry.changes.enumerated() {
      if index > 0 { raw(",") }
      fieldChange(change)
    }
    raw("],\"eventsAdded\":[")
    identifiers(entry.eventsAdded)
    raw("],\"eventsRemoved\":[")
    identifiers(entry.eventsRemoved)
    raw("]}")
  }

  private mutating func fieldChange(_ change: FieldChange) {
    raw("{\"field\":")
    text(change.field)
    raw(",\"from\":")
    text(change.from)
    raw(",\"to\":")
    text(change.to)
    // Only people have names besides.
    if change.fromUsername != nil || change.toUsername != nil {
      raw(",\"fromUsername\":")
      text(change.fromUsername)
      raw(",\"toUsername\":")
      text(change.toUsername)
    }
    raw("}")
  }

  private mutating func identifiers(_ ids: [EventID]) {
    for (index, id) in ids.enumerated() {
      if index > 0 { raw(",") }
      text(id.rawValue)
    }
  }
}
