import CaseWire

/// The SQL of one list of cases.
///
/// There is no OFFSET in it but where a page is asked for that nobody came by: a page begins behind
/// the sort keys of the row before it. Such a beginning is a series of steps, each with equality in
/// the first keys and a comparison in the next, so that every step is one range of an index.
struct CaseListSQL {
  /// A column to sort by.
  struct Key: Hashable {
    let column: String
    let isDescending: Bool
  }

  private static let columns = """
    number, name, createdAt, updatedAt, subject, subjectUsername, status, assignee, \
    assigneeUsername, createdByUserUid, createdByUsername, lastModifiedByUserUid, \
    lastModifiedByUsername, archivalTime
    """
  /// Where the sort keys begin in a row.
  static let firstKey: Int32 = 14

  let keys: [Key]
  private let conditions: [String]
  /// The values of the filter, in the order of their parameters.
  let values: [SQLiteValue]

  /// Writes the conditions of a filter and the keys of an order.
  init(_ query: CaseListQuery) {
    keys = Self.keys(of: query.orders)
    var conditions: [String] = []
    var values: [SQLiteValue] = []
    func want(_ condition: String, _ parameters: SQLiteValue...) {
      conditions.append(condition)
      values += parameters
    }
    let filter = query.filter
    // A plus sign keeps SQLite from preferring an index of a weak condition to that of the order.
    let isByNumber = keys.first?.column == "number"
    if let only = filter.statuses.first, filter.statuses.count == 1, isByNumber {
      want("status = ?", .text(only.rawValue))
    } else if !filter.statuses.isEmpty {
      conditions.append(
        "+status IN (\(filter.statuses.map { _ in "?" }.joined(separator: ", ")))")
      values += filter.statuses.map { .text($0.rawValue) }
    }
    if let uid = filter.assignee { want("assignee = ?", .text(uid.rawValue)) }
    if let uid = filter.subject { want("subject = ?", .text(uid.rawValue)) }
    if let uid = filter.lastModifiedBy { want("lastModifiedByUserUid = ?", .text(uid.rawValue)) }
    if let isAssigned = filter.isAssigned {
      conditions.append("+assignee IS \(isAssigned ? "NOT NULL" : "NULL")")
    }
    if let name = filter.name { want("instr(nameKey, ?) > 0", .text(TextFolding.folded(name))) }
    for (column, span) in [("createdAt", filter.createdAt), ("updatedAt", filter.updatedAt)] {
      let term = keys.first?.column == column ? column : "+\(column)"
      if let start = span?.start { want("\(term) >= ?", .instant(start)) }
      if let end = span?.end { want("\(term) <= ?", .instant(end)) }
    }
    self.conditions = conditions
    self.values = values
  }

  /// Counts the rows of all pages.
  var count: String { "SELECT count(*) FROM cases\(Self.clause(conditions))" }

  /// Finds the sort keys of the row that has so many rows before it.
  var keysAtOffset: String {
    """
    SELECT \(keys.map(\.column).joined(separator: ", ")) FROM cases\(Self.clause(conditions)) \
    ORDER BY \(order) LIMIT 1 OFFSET ?
    """
  }

  /// Finds the first rows; the last parameter is how many.
  var firstRows: String { rows(conditions) }

  /// Finds rows behind a row, in steps to be taken until there are enough; the last parameter of
  /// each is how many rows are still wanted.
  ///
  /// - Parameter start: the sort keys of the row before.
  /// - Returns: statements with the values that come behind those of the filter.
  func rowsBehind(_ start: [SQLiteValue]) -> [(sql: String, values: [SQLiteValue])] {
    keys.indices.reversed().map { index in
      let key = keys[index]
      let equal = keys[..<index].map { "\($0.column) = ?" }
      let beyond = "\(key.column) \(key.isDescending ? "<" : ">") ?"
      return (rows(conditions + equal + [beyond]), Array(start[...index]))
    }
  }

  private var order: String {
    keys.map { "\($0.column)\($0.isDescending ? " DESC" : "")" }.joined(separator: ", ")
  }

  private func rows(_ conditions: [String]) -> String {
    """
    SELECT \(Self.columns), \(keys.map(\.column).joined(separator: ", ")) \
    FROM cases\(Self.clause(conditions)) ORDER BY \(order) LIMIT ?
    """
  }

  private static func clause(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
  }

  /// The columns of an order: each once, the number last, nothing behind it.
  private static func keys(of orders: [CaseOrder]) -> [Key] {
    var keys: [Key] = []
    for order in orders {
      let column =
        switch order.key {
        case .number: "number"
        case .name: "nameKey"
        case .status: "status"
        case .createdAt: "createdAt"
        case .updatedAt: "updatedAt"
        case .assigneeUsername: "assigneeKey"
        case .subjectUsername: "subjectKey"
        case .archivalTime: "archivalKey"
        }
      guard !keys.contains(where: { $0.column == column }) else { continue }
      keys.append(Key(column: column, isDescending: order.isDescending))
      if column == "number" { return keys }
    }
    return keys + [Key(column: "number", isDescending: false)]
  }
}
