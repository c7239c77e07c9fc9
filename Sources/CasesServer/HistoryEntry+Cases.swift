import CaseWire

extension HistoryEntry {
  /// What the last change of a case was, by the states before and after it.
  ///
  /// - Parameters:
  ///   - before: the state before; nil where the case was made.
  ///   - after: the state that the change left, with who made it and when.
  ///   - added: the events that came in with it.
  ///   - removed: the events that left with it.
  init(from before: Case?, to after: Case, added: [EventID] = [], removed: [EventID] = []) {
    self.init(
      before == nil ? .created : .changed, changedAt: after.summary.updatedAt,
      userUid: after.summary.lastModifiedByUserUid,
      username: after.summary.lastModifiedByUsername, changes: Self.changes(before, after),
      eventsAdded: added, eventsRemoved: removed)
  }

  private static func changes(_ before: Case?, _ after: Case) -> [FieldChange] {
    let (old, new) = (before?.summary, after.summary)
    return [
      FieldChange("name", from: old?.name, to: new.name),
      FieldChange("status", from: old?.status.rawValue, to: new.status.rawValue),
      FieldChange(
        "subject", from: old?.subject?.rawValue, to: new.subject?.rawValue,
        fromUsername: old?.subjectUsername, toUsername: new.subjectUsername),
      FieldChange(
        "assignee", from: old?.assignee?.rawValue, to: new.assignee?.rawValue,
        fromUsername: old?.assigneeUsername, toUsername: new.assigneeUsername),
      FieldChange("description", from: before?.description, to: after.description),
      FieldChange("findings", from: before?.findings, to: after.findings),
    ].filter { !isSame($0.from, $0.to) }
  }

  /// Compares byte for byte: a letter that was composed anew is a change like any other.
  private static func isSame(_ from: String?, _ to: String?) -> Bool {
    guard let from, let to else { return from == nil && to == nil }
    return from.utf8.elementsEqual(to.utf8)
  }
}
