public import CaseWire

extension CaseOperations {
  /// Finds out in which row of a list a case stands, without fetching the rows before it.
  ///
  /// Lists by time are asked how many cases lie before the moment of this one; lists by number are
  /// searched by halves. Lists in an order of words, which each server has its own way to compare,
  /// are read from the start, as far as 10,000 rows. A case that moves meanwhile may be missed by
  /// some rows.
  ///
  /// - Parameters:
  ///   - number: the case.
  ///   - filter: which cases the list shows.
  ///   - order: in which order.
  /// - Returns: the row, from 0; nil where the case is not in the list, or too far down in one that
  ///   is read from the start.
  /// - Throws: `CasesError` when the server cannot be asked.
  public func place(
    of number: CaseNumber, in filter: CaseFilter, order: CaseOrder
  ) async throws(CasesError) -> Int? {
    let sought: CaseSummary
    do throws(CasesError) {
      sought = try await getCase(number).summary
    } catch .notFound {
      return nil
    }
    switch order.key {
    case .updatedAt:
      return try await row(of: sought, at: sought.updatedAt, \.updatedAt, filter, order)
    case .createdAt:
      return try await row(of: sought, at: sought.createdAt, \.createdAt, filter, order)
    case .number:
      return try await rowByHalves(of: number, filter, order)
    case .name, .status, .assigneeUsername, .subjectUsername, .archivalTime:
      return try await rowByReading(number, filter, order)
    }
  }

  private func row(
    of sought: CaseSummary, at moment: Timestamp,
    _ span: WritableKeyPath<CaseFilter, TimeSpan?>, _ filter: CaseFilter,
    _ order: CaseOrder
  ) async throws(CasesError) -> Int? {
    let limits = filter[keyPath: span]
    var before = filter
    if order.isDescending {
      let next = Timestamp(microseconds: moment.microseconds + 1)
      before[keyPath: span] = TimeSpan(
        start: limits?.start.map { max($0, next) } ?? next, end: limits?.end)
    } else {
      let last = Timestamp(microseconds: moment.microseconds - 1)
      before[keyPath: span] = TimeSpan(
        start: limits?.start, end: limits?.end.map { min($0, last) } ?? last)
    }
    if let start = before[keyPath: span]?.start, let end = before[keyPath: span]?.end, end < start {
      return try await check(sought.number, row: 0, filter, order)
    }
    let count = try await cases(
      before, order: order, page: PageRequest(number: 1, size: 1)
    ).totalCount
    return try await check(sought.number, row: count, filter, order)
  }

  /// The row near the one that was counted in which the case really stands.
  private func check(
    _ number: CaseNumber, row: Int, _ filter: CaseFilter, _ order: CaseOrder
  ) async throws(CasesError) -> Int? {
    let size = 100
    let page = try await cases(
      filter, order: order, page: PageRequest(number: row / size + 1, size: size))
    return page.cases.firstIndex { $0.number == number }.map { row / size * size + $0 }
  }

  private func rowByReading(
    _ number: CaseNumber, _ filter: CaseFilter, _ order: CaseOrder
  ) async throws(CasesError) -> Int? {
    let size = 1_000
    for page in 1...10 {
      let rows = try await cases(filter, order: order, page: PageRequest(number: page, size: size))
      if let offset = rows.cases.firstIndex(where: { $0.number == number }) {
        return (page - 1) * size + offset
      }
      if rows.cases.count < size { return nil }
    }
    return nil
  }

  private func rowByHalves(
    of number: CaseNumber, _ filter: CaseFilter, _ order: CaseOrder
  ) async throws(CasesError) -> Int? {
    let size = 100
    var pages = 1..<2
    var isFirst = true
    while !pages.isEmpty {
      let middle = pages.lowerBound + pages.count / 2
      let page = try await cases(
        filter, order: order, page: PageRequest(number: middle, size: size))
      if isFirst {
        isFirst = false
        pages = 1..<max(2, (page.totalCount + size - 1) / size + 1)
      }
      if let offset = page.cases.firstIndex(where: { $0.number == number }) {
        return (middle - 1) * size + offset
      }
      guard let first = page.cases.first?.number else {
        pages = pages.lowerBound..<middle
        continue
      }
      let liesBefore = order.isDescending ? number > first : number < first
      pages =
        liesBefore ? pages.lowerBound..<middle : middle + 1..<max(middle + 1, pages.upperBound)
    }
    return nil
  }
}
