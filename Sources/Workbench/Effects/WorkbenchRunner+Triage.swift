import CasesAPI
import CaseWire

/// The orders of triage sessions, and texts that are saved as files.
extension WorkbenchRunner {
  /// Fetches as much of a list as a session takes; a case that moved meanwhile comes once.
  func loadQueue(_ query: CaseQuery, for purpose: QueuePurpose) async -> WorkbenchAction {
    var cases: [CaseSummary] = []
    var known: Set<CaseNumber> = []
    let size = 200
    do throws(CasesError) {
      for page in 1...TriageSession.mostCases / size {
        let request = PageRequest(number: page, size: size)
        let rows = try await api.cases(query.filter, order: query.order, page: request)
        cases += rows.cases.filter { known.insert($0.number).inserted }
        if rows.cases.count < size { break }
      }
    } catch {
      return .queueFailed(error)
    }
    return .queueArrived(query, cases, for: purpose)
  }

  /// Fetches a case and its first events at once; what does not come is fetched when it is reached.
  func prefetch(_ number: CaseNumber) async -> WorkbenchAction {
    async let page = firstEvents(of: number)
    guard let value = try? await api.getCase(number), let page = await page else {
      return .prefetched(number, nil, nil)
    }
    cache?.remember(value, seenAt: clock())
    return .prefetched(number, value, page)
  }

  private func firstEvents(of number: CaseNumber) async -> FileEventPage? {
    try? await api.events(of: number, page: PageRequest(number: 1, size: EventListState.pageSize))
  }

  /// Writes a session to disk; the result is why it is not there.
  func keep(_ session: TriageSession) -> WorkbenchAction? {
    do throws(FileError) {
      try triage?.keep(session)
      return triage == nil ? .triageNotKept(Wording.noDraftFolder) : nil
    } catch {
      return .triageNotKept(error.text)
    }
  }

  /// Removes the session from disk.
  func dropTriage() -> WorkbenchAction? {
    do throws(FileError) {
      try triage?.drop()
      return nil
    } catch {
      return .triageNotKept(error.text)
    }
  }

  /// Reads the session that was left; one that cannot be read is none.
  func loadTriage() -> WorkbenchAction {
    do throws(FileError) {
      return .triageLoaded(try triage?.load())
    } catch {
      return .triageNotRead(error.text)
    }
  }

  /// Saves a text as a file.
  func write(_ order: TextFileOrder) -> ExportOutcome {
    let target = ExportFile(path: order.path, home: home)
    let bytes = Array(order.text.utf8)
    do throws(FileError) {
      try target.write(bytes, replacing: order.replacing)
      return .saved(path: target.path, bytes: bytes.count)
    } catch .exists {
      return .exists
    } catch {
      return .notWritten("\(error.text); nothing was written")
    }
  }
}
