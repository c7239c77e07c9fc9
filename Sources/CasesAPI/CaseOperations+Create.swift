public import CaseWire

extension CaseOperations {
  /// Makes a case, sends the request once and finds out what became of it.
  ///
  /// Names are unique: when the answer does not tell whether the case was made, it is looked for by
  /// its name and compared with what was sent. Nothing is ever sent twice.
  ///
  /// - Parameter content: the five fields that analysts write.
  /// - Returns: what became of it.
  public func createOnce(_ content: CaseContent) async -> CaseCreateOutcome {
    do {
      return .created(try await create(content))
    } catch {
      guard error.mayHaveBeenDone else { return .failed(error) }
      return await findOut(content, after: error)
    }
  }

  private func findOut(
    _ content: CaseContent, after doubt: CasesError
  ) async -> CaseCreateOutcome {
    do {
      guard let number = try await number(named: content.name, orGiveUpWith: doubt) else {
        return doubt.mayStillBeDone ? .unknown(doubt) : .failed(doubt)
      }
      let found = try await getCase(number)
      // One of the same name with other texts may be somebody else's, or this one edited since.
      let isSame = found.content.differences(from: content).subtracting([.name]).isEmpty
      return isSame ? .created(found) : .unknown(doubt)
    } catch {
      return .unknown(doubt)
    }
  }

  /// Looks a name up among all cases, the newest first; some servers take the filter for a hint.
  private func number(
    named name: String, orGiveUpWith error: CasesError
  ) async throws(CasesError) -> CaseNumber? {
    let size = 100
    let wanted = trimmed(name)
    var filter = CaseFilter()
    filter.name = wanted
    for number in 1...50 {
      let page = try await cases(
        filter, order: CaseOrder(by: .createdAt, isDescending: true),
        page: PageRequest(number: number, size: size))
      if let row = page.cases.first(where: { trimmed($0.name) == wanted }) { return row.number }
      if page.cases.isEmpty || page.cases.count < size { return nil }
    }
    throw error
  }

  private func trimmed(_ name: String) -> String {
    let start = name.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
