public import CaseWire

/// Changes that are sent once; where the answer does not tell, the server is asked what there is.
extension CaseOperations {
  /// Adds an event to a case and finds out what became of it.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: what became of it; done means that the case has the event.
  public func addOnce(_ event: EventID, to number: CaseNumber) async -> ChangeOutcome {
    await once { () throws(CasesError) in
      try await add(event, to: number)
    } isDone: { () throws(CasesError) in
      try await has(event, number)
    }
  }

  /// Adds events to a case by one request and finds out what became of it.
  ///
  /// - Parameters:
  ///   - events: the identifiers; those that the case has already are passed over.
  ///   - number: the number of the case.
  /// - Returns: what became of it; unknown where only some of the events are there.
  public func addOnce(_ events: [EventID], to number: CaseNumber) async -> ChangeOutcome {
    await once { () throws(CasesError) in
      try await add(events, to: number)
    } isDone: { () throws(CasesError) in
      let missing = try await missing(events, in: number)
      if missing.isEmpty { return true }
      return missing.count == Set(events).count ? false : nil
    }
  }

  /// Removes an event from a case and finds out what became of it.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: what became of it; done means that the case does not have the event.
  public func removeOnce(_ event: EventID, from number: CaseNumber) async -> ChangeOutcome {
    await once { () throws(CasesError) in
      try await remove(event, from: number)
    } isDone: { () throws(CasesError) in
      !(try await has(event, number))
    }
  }

  /// Deletes a case for ever and finds out what became of it.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: what became of it; done means that there is no such case.
  public func deleteOnce(_ number: CaseNumber) async -> ChangeOutcome {
    await once { () throws(CasesError) in
      try await delete(number)
    } isDone: { () throws(CasesError) in
      do throws(CasesError) {
        _ = try await getCase(number)
        return false
      } catch .notFound {
        return true
      }
    }
  }

  /// Makes a change and, after an error that leaves it open, looks; nil means that it is open
  /// still.
  private func once(
    _ change: () async throws(CasesError) -> Void,
    isDone: () async throws(CasesError) -> Bool?
  ) async -> ChangeOutcome {
    do throws(CasesError) {
      try await change()
      return .done
    } catch {
      guard error.mayHaveBeenDone else { return .failed(error) }
      do throws(CasesError) {
        switch try await isDone() {
        case true?: return .done
        case false? where !error.mayStillBeDone: return .failed(error)
        default: return .unknown(error)
        }
      } catch _ {
        // What happened to the change says more than what happened to the question about it.
        return .unknown(error)
      }
    }
  }

  private func has(_ event: EventID, _ number: CaseNumber) async throws(CasesError) -> Bool {
    do throws(CasesError) {
      _ = try await self.event(event, of: number)
      return true
    } catch .notFound {
      return false
    }
  }

  /// Finds out which of some events a case does not have.
  ///
  /// - Parameters:
  ///   - events: the identifiers.
  ///   - number: the number of the case.
  /// - Returns: those that are not there.
  /// - Throws: `CasesError` when the events of the case cannot be listed.
  public func missing(
    _ events: [EventID], in number: CaseNumber
  ) async throws(CasesError) -> Set<EventID> {
    var missing = Set(events)
    let size = 1_000
    for page in 1...CaseLimits.events / size + 1 {
      let rows = try await self.events(of: number, page: PageRequest(number: page, size: size))
      missing.subtract(rows.events.map(\.eventId))
      if missing.isEmpty || rows.events.count < size { break }
    }
    return missing
  }
}
