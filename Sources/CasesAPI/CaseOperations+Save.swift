import CaseWire

extension CaseOperations {
  /// Saves a change without losing anybody's words, and finds out what became of it.
  ///
  /// The case is read afresh and merged by field and paragraph, and the whole of it is sent. Where
  /// the server names the state that was read, the change is made to that state only: when somebody
  /// else's change comes in between, the case is read and merged again. When what came back does
  /// not tell whether it was done, the case is read again and compared; it is not sent again.
  ///
  /// A change that closes the case also conflicts with fields that somebody else changed and the
  /// user left alone: closing is for ever and closes what the user saw. After a conflict, a change
  /// whose base holds the texts that the user was shown is safer than an overruling one, which
  /// also replaces texts that were written later.
  ///
  /// - Parameter change: what was started from, what was written, and whether to close.
  /// - Returns: what became of it; see the cases of `CaseSaveOutcome`.
  public func save(_ change: CaseChange) async -> CaseSaveOutcome {
    var outcome = await saveOnce(change)
    // Each refusal means that somebody else's change came first, which cannot go on for long.
    for _ in 1..<5 {
      guard case .failed(.refused(.replaceCase, status: 412, _)) = outcome else { break }
      outcome = await saveOnce(change)
      // A proxy on the way may have sent the change twice, and told of the second one only.
      if case .unchanged(let latest) = outcome { outcome = .saved(latest, kept: []) }
    }
    return outcome
  }

  private func saveOnce(_ change: CaseChange) async -> CaseSaveOutcome {
    let read: TaggedCase
    do {
      read = try await taggedCase(change.number)
    } catch {
      return .failed(error)
    }
    let latest = read.value
    let merge = CaseMerge(
      base: change.base, edited: change.edited, latest: latest.content,
      overruled: change.overruled)
    let unseen = change.closes ? merge.unseen.subtracting(change.overruled) : []
    let conflicts = merge.conflicts.union(unseen)
    if latest.isSettled {
      // What was asked for may be there already, as after an answer that was lost.
      guard merge.written.isEmpty, conflicts.isEmpty else { return .settled(latest: latest) }
      return change.closes ? .saved(latest, kept: merge.unseen) : .unchanged(latest)
    }
    guard conflicts.isEmpty else { return .conflict(latest: latest, conflicts) }
    guard change.closes || !merge.written.isEmpty else { return .unchanged(latest) }
    // A status that this version does not know goes back as it came.
    let status = change.closes ? CaseStatus.closed : latest.summary.status
    let attempt = SaveAttempt(
      replacement: CaseReplacement(content: merge.content, status: status), latest: latest,
      merge: merge)
    return await send(attempt, tag: read.tag)
  }

  private func send(_ attempt: SaveAttempt, tag: String?) async -> CaseSaveOutcome {
    let number = attempt.latest.number
    do {
      let stored = try await replace(number, with: attempt.replacement, ifMatch: tag)
      if attempt.isDone(in: stored) { return .saved(stored, kept: attempt.merge.unseen) }
      let doubt = CasesError.unreadable(
        .replaceCase, status: 200, "the answer differs from what was sent")
      return await findOut(attempt, after: doubt)
    } catch {
      let mayBeSettled = [.noEditsOnceClosed, .noEditsOnceArchived].contains(error.word)
      guard error.mayHaveBeenDone || mayBeSettled else { return .failed(error) }
      return await findOut(attempt, after: error)
    }
  }

  private func findOut(
    _ attempt: SaveAttempt, after doubt: CasesError
  ) async -> CaseSaveOutcome {
    do {
      return attempt.outcome(seeing: try await getCase(attempt.latest.number), after: doubt)
    } catch {
      // What happened to the change says more than what happened to the question about it.
      return .unknown(doubt)
    }
  }
}
