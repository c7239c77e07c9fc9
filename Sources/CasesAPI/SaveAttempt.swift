import CaseWire

/// A change as it was sent, and how to tell from the case whether it was made.
struct SaveAttempt {
  /// What was sent.
  let replacement: CaseReplacement
  /// The case as it was just before.
  let latest: Case
  /// How what was sent came about.
  let merge: CaseMerge

  /// Whether a case holds what the user wanted in it.
  ///
  /// - Parameter stored: the case as the server has it now.
  /// - Returns: true when each field that was to be written holds its text and, where the case was
  ///   to be closed, it is.
  func isDone(in stored: Case) -> Bool {
    (replacement.status != .closed || stored.isSettled)
      && merge.written.allSatisfy { holds(stored.content, $0) }
  }

  /// What became of the change, seen from the case after an error.
  ///
  /// - Parameters:
  ///   - now: the case as it was read after the error.
  ///   - error: what came instead of a clear answer.
  /// - Returns: the outcome.
  func outcome(seeing now: Case, after error: CasesError) -> CaseSaveOutcome {
    if isDone(in: now) { return .saved(now, kept: merge.unseen) }
    if now.isSettled { return .settled(latest: now) }
    let changed = now.content.differences(from: latest.content)
    let isUntouched = merge.written.isDisjoint(with: changed) && !error.mayStillBeDone
    return isUntouched || !error.mayHaveBeenDone ? .failed(error) : .unknown(error)
  }

  /// Servers may trim texts and unify line ends, so that such a difference is passed over; but not
  /// where the user changed nothing else, since the text from before would then look like this one.
  private func holds(_ stored: CaseContent, _ field: CaseField) -> Bool {
    let wanted = merge.content[field]
    if stored[field] == wanted { return true }
    let essence = Self.essence(wanted)
    return Self.essence(stored[field]) == essence
      && Self.essence(latest.content[field]) != essence
  }

  private static func essence(_ text: String?) -> [Character] {
    let unified = (text ?? "").map { $0.isNewline ? "\n" : $0 }
    let start = unified.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { Array(start[...$0]) } ?? []
  }
}

extension Case {
  /// Whether the case can be changed no more.
  var isSettled: Bool { [.closed, .archived].contains(summary.status) }
}
