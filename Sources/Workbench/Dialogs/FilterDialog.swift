public import CaseWire

/// The form of a filter: status, part of the name, people and dates.
public struct FilterDialog: Equatable, Sendable {
  /// The states that can be shown, in the order of the choice.
  public static let statuses: [CaseStatus] = [.open, .closed, .archived]
  /// The word for “nobody” in the field of the assignee.
  public static let nobody = "none"

  /// The query that the form was opened with.
  public let origin: CaseQuery
  /// The states to show.
  public var chosen: Set<CaseStatus>
  /// The state that space switches, from 0.
  public var statusCursor = 0
  /// The text boxes.
  public var editors: [FilterField: TextEditor]
  /// The field that is typed into.
  public var focus = FilterField.status
  /// What is wrong with a field.
  public var problems: [FilterField: String] = [:]
  /// Whether user names are being looked up.
  public var isSending = false

  /// Opens the form.
  ///
  /// - Parameters:
  ///   - query: what the list shows.
  ///   - zone: the zone of dates.
  init(_ query: CaseQuery, zone: Zone) {
    origin = query
    let filter = query.filter
    chosen = filter.statuses.isEmpty ? Set(Self.statuses) : Set(filter.statuses)
    var texts: [FilterField: String] = [.name: filter.name ?? ""]
    for field in FilterField.allCases {
      if let role = field.person { texts[field] = query.people[role] ?? "" }
    }
    if filter.isAssigned == false { texts[.assignee] = Self.nobody }
    texts[.createdFrom] = DateText.day(filter.createdAt?.start, in: zone)
    texts[.createdTo] = DateText.day(filter.createdAt?.end, in: zone)
    texts[.updatedFrom] = DateText.day(filter.updatedAt?.start, in: zone)
    texts[.updatedTo] = DateText.day(filter.updatedAt?.end, in: zone)
    editors = texts.mapValues { TextEditor($0, isMultiline: false) }
  }

  /// The text of a field.
  ///
  /// - Parameter field: the field.
  /// - Returns: what was typed, without white space at both ends.
  func text(_ field: FilterField) -> String { editors[field]?.text.trimmed ?? "" }
}
