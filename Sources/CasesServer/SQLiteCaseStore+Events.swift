public import CaseWire

extension SQLiteCaseStore {
  /// Lists the events of a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page.
  /// - Returns: the rows as JSON objects, or nil where there is no such case.
  /// - Throws: `ServerError.database` when the database fails.
  public func events(
    of number: CaseNumber, page: PageRequest
  ) throws(ServerError) -> RowPage? {
    try reading { connection throws(ServerError) in
      let rows = EventRows(connection)
      guard try rows.hasCase(number) else { return nil }
      return try connection.page(
        page, of: try rows.count(of: number),
        """
        SELECT row FROM (SELECT eventId, timestamp FROM caseEvents WHERE number = ? \
        ORDER BY timestamp, eventId LIMIT ? OFFSET ?) AS chosen JOIN events ON id = eventId \
        ORDER BY chosen.timestamp, eventId
        """, [.number(number)])
    }
  }

  /// Finds an event of a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - id: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: its whole document, or nil where there is no such case or event in it.
  /// - Throws: `ServerError.database` when the database fails.
  public func event(_ id: EventID, of number: CaseNumber) throws(ServerError) -> [UInt8]? {
    try reading { connection throws(ServerError) in
      try connection.first(
        """
        SELECT document FROM caseEvents JOIN events ON id = eventId \
        WHERE eventId = ? AND number = ?
        """, [.text(id.rawValue), .number(number)]
      ) { $0.blob(0) }
    }
  }

  /// Goes through a case's events; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - body: is given one event after the other: its row and its whole document.
  /// - Returns: false where there is no such case.
  /// - Throws: `ServerError.database` when the database fails.
  public func eachEvent(
    of number: CaseNumber, _ body: (_ row: [UInt8], _ document: [UInt8]) -> Void
  ) throws(ServerError) -> Bool {
    try reading { connection throws(ServerError) in
      guard try EventRows(connection).hasCase(number) else { return false }
      try connection.rows(
        """
        SELECT row, document FROM caseEvents JOIN events ON id = eventId WHERE number = ? \
        ORDER BY caseEvents.timestamp, eventId
        """, [.number(number)]
      ) { body($0.blob(0), $0.blob(1)) }
      return true
    }
  }

  /// Adds events to a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - ids: the identifiers, each once.
  ///   - number: the number of the case.
  ///   - isLenient: whether events that are in the case already are passed over.
  ///   - stamp: who adds them, and when.
  /// - Throws: `ServerError.refused` where the events cannot be added.
  public func addEvents(
    _ ids: [EventID], to number: CaseNumber, isLenient: Bool, _ stamp: ChangeStamp
  ) throws(ServerError) {
    try writing { connection throws(ServerError) in
      let rows = EventRows(connection)
      try rows.checkIsOpen(number)
      var unknown: [EventID] = []
      var added: [EventID] = []
      for id in ids {
        if try rows.contains(id, number) {
          guard isLenient else { throw .refused(Problem(.caseAlreadyHasEvent)) }
        } else if let timestamp = try rows.timestamp(of: id) {
          try rows.add(id, at: timestamp, to: number)
          added.append(id)
        } else {
          unknown.append(id)
        }
      }
      guard unknown.isEmpty else {
        let names = unknown.map(\.rawValue).joined(separator: ", ")
        throw .refused(Problem(.noSuchEvent, description: names))
      }
      guard !added.isEmpty else { return }
      guard try rows.count(of: number) <= CaseLimits.events else {
        throw .refused(
          Problem(
            .caseEventLimitReached,
            description: "a case holds at most \(CaseLimits.events) events"))
      }
      let entry = HistoryEntry(
        .changed, changedAt: try CaseRows(connection).stamp(number, by: stamp),
        userUid: stamp.user.userId, username: stamp.user.username, eventsAdded: added)
      try HistoryRows(connection).note(entry, of: number)
    }
  }

  /// Removes an event from a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - id: the identifier of the event.
  ///   - number: the number of the case.
  ///   - stamp: who removes it, and when.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`, `CASE_IS_CLOSED` or `NO_SUCH_EVENT`.
  public func removeEvent(
    _ id: EventID, from number: CaseNumber, _ stamp: ChangeStamp
  ) throws(ServerError) {
    try writing { connection throws(ServerError) in
      let rows = EventRows(connection)
      try rows.checkIsOpen(number)
      guard try rows.remove(id, from: number) else { throw .refused(Problem(.noSuchEvent)) }
      let entry = HistoryEntry(
        .changed, changedAt: try CaseRows(connection).stamp(number, by: stamp),
        userUid: stamp.user.userId, username: stamp.user.username, eventsRemoved: [id])
      try HistoryRows(connection).note(entry, of: number)
    }
  }
}
