import CaseWire

extension CaseListQuery {
  /// Reads the parameters of a list (Cases API contract, § 1.1); unknown ones are passed over.
  ///
  /// - Parameter parameters: the parameters of the request.
  /// - Throws: `Refusal` naming the parameter that cannot be read, with what it may be.
  init(_ parameters: QueryParameters) throws(Refusal) {
    var filter = CaseFilter()
    let known: [CaseStatus] = [.open, .closed, .archived]
    for word in parameters.all("status") {
      let status = CaseStatus(rawValue: word)
      guard known.contains(status) else {
        throw Refusal(400, .invalidStatus, "status must be OPEN, CLOSED or ARCHIVED")
      }
      if !filter.statuses.contains(status) { filter.statuses.append(status) }
    }
    filter.statuses.sort { $0.rawValue < $1.rawValue }
    filter.name = parameters.first("name")
    filter.assignee = parameters.first("assignee").map(UserUID.init(rawValue:))
    filter.subject = parameters.first("subject").map(UserUID.init(rawValue:))
    filter.lastModifiedBy = parameters.first("lastModifiedBy").map(UserUID.init(rawValue:))
    filter.isAssigned = try parameters.boolean("isAssigned", .invalidIsAssigned)
    filter.createdAt = try Self.span("createdAt", parameters)
    filter.updatedAt = try Self.span("updatedAt", parameters)
    self.init(
      filter: filter, orders: try Self.orders(parameters),
      page: try parameters.page("pgNum", "pgSize", defaultSize: 2_147_483_647))
  }

  private static func span(
    _ name: String, _ parameters: QueryParameters
  ) throws(Refusal) -> TimeSpan? {
    guard let text = parameters.first(name) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Timestamp(String(parts[0])),
      let end = Timestamp(String(parts[1])), start <= end
    else {
      throw Refusal(
        400, .invalidTimeInterval, "\(name) must be two times with a slash, the earlier one first")
    }
    return TimeSpan(start: start, end: end)
  }

  /// Keys and directions belong together by their places; a key without a direction goes up.
  private static func orders(_ parameters: QueryParameters) throws(Refusal) -> [CaseOrder] {
    var isDescending: [Bool] = []
    for word in parameters.all("srtDir") {
      switch word.lowercased() {
      case "asc": isDescending.append(false)
      case "desc": isDescending.append(true)
      default: throw Refusal(400, .invalidSortDirection, "srtDir must be asc or desc")
      }
    }
    var keys: [CaseSortKey] = []
    for word in parameters.all("srtKey") {
      guard let key = CaseSortKey(rawValue: word) else {
        let words = CaseSortKey.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(400, .invalidSortKey, "srtKey must be one of \(words)")
      }
      keys.append(key)
    }
    if keys.isEmpty { keys = [.number] }
    return keys.enumerated().map { place, key in
      CaseOrder(by: key, isDescending: place < isDescending.count ? isDescending[place] : false)
    }
  }
}
