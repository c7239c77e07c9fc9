import CaseWire
import StateStore
import TerminalModel

/// The form of the filter.
extension WorkbenchState {
  /// Takes a key in the form of the filter.
  mutating func pressFilter(_ key: Key, _ old: FilterDialog) -> Orders {
    var dialog = old
    guard !dialog.isSending else { return [] }
    switch key {
    case .enter: return applyFilter(dialog)
    case .tab, .down: dialog.turn(by: 1)
    case .backTab, .up: dialog.turn(by: FilterField.allCases.count - 1)
    default:
      if dialog.focus == .status {
        dialog.pressStatus(key)
      } else if dialog.editors[dialog.focus]?.handle(key, width: 200) == true {
        dialog.problems[dialog.focus] = nil
      }
    }
    self.dialog = .filter(dialog)
    return []
  }

  private mutating func applyFilter(_ old: FilterDialog) -> Orders {
    var dialog = old
    guard let query = dialog.query(now: now, zone: zone) else {
      self.dialog = .filter(dialog)
      return []
    }
    guard !query.people.isEmpty else {
      self.dialog = nil
      queryLine = nil
      return ask(query)
    }
    dialog.isSending = true
    self.dialog = .filter(dialog)
    return [.run(.findPeople(query, rest: 0), id: .people)]
  }
}

extension FilterDialog {
  /// Moves to another field.
  mutating func turn(by count: Int) {
    let all = FilterField.allCases
    focus = all[((all.firstIndex(of: focus) ?? 0) + count) % all.count]
  }

  /// Takes a key in the choice of states.
  mutating func pressStatus(_ key: Key) {
    let last = Self.statuses.count - 1
    switch key {
    case .left, "h": statusCursor = max(0, statusCursor - 1)
    case .right, "l": statusCursor = min(last, statusCursor + 1)
    case " ": chosen.formSymmetricDifference([Self.statuses[statusCursor]])
    case "o": chosen = [.open]
    case "c": chosen = [.closed]
    case "a": chosen = Set(Self.statuses)
    default: break
    }
    problems[.status] = nil
  }

  /// The field that names a person.
  func field(of role: CaseQuery.PersonRole) -> FilterField {
    switch role {
    case .assignee: .assignee
    case .subject: .subject
    case .lastModifiedBy: .lastModifiedBy
    }
  }

  /// The query that the form asks for, its people still by name.
  ///
  /// - Returns: nil where a field is wrong; the problems then say why.
  mutating func query(now: Timestamp, zone: Zone) -> CaseQuery? {
    problems = [:]
    var query = CaseQuery(CaseFilter(), by: origin.order)
    if chosen.isEmpty { problems[.status] = Wording.statusWanted }
    if chosen.count < Self.statuses.count {
      query.filter.statuses = Self.statuses.filter(chosen.contains)
    }
    let name = text(.name)
    query.filter.name = name.isEmpty ? nil : name
    for field in FilterField.allCases {
      guard let role = field.person, !text(field).isEmpty else { continue }
      if role == .assignee, text(field) == Self.nobody {
        query.filter.isAssigned = false
      } else {
        query.people[role] = text(field)
      }
    }
    query.filter.createdAt = span(.createdFrom, .createdTo, now: now, zone: zone)
    query.filter.updatedAt = span(.updatedFrom, .updatedTo, now: now, zone: zone)
    if let first = FilterField.allCases.first(where: { problems[$0] != nil }) { focus = first }
    return problems.isEmpty ? query : nil
  }

  private mutating func span(
    _ from: FilterField, _ to: FilterField, now: Timestamp, zone: Zone
  ) -> TimeSpan? {
    func instant(_ field: FilterField, isEnd: Bool) -> Timestamp? {
      guard !text(field).isEmpty else { return nil }
      let value = DateText.instant(text(field), isEnd: isEnd, now: now, in: zone)
      if value == nil { problems[field] = Wording.dateWanted }
      return value
    }
    let start = instant(from, isEnd: false)
    let end = instant(to, isEnd: true)
    if let start, let end, end < start { problems[to] = Wording.endBeforeStart }
    return start == nil && end == nil ? nil : TimeSpan(start: start, end: end)
  }
}
