import CaseWire

/// Makes up how a sample case came to be as it is.
enum SampleSteps {
  /// The states of a case before its last one.
  ///
  /// - Parameters:
  ///   - seed: the case as it is.
  ///   - reviewer: who else works on it.
  /// - Returns: the states, the first one first; at least the one in which it was made.
  static func steps(to seed: CaseSeed, reviewer: User) -> [CaseSeedStep] {
    let last = seed.content
    var content = last
    content.name = "New: \(last.name.prefix(40))"
    content.assignee = nil
    content.findings = nil
    var steps = [CaseSeedStep(content: content, stamp: seed.created)]
    func take(_ user: User, added: [EventID] = []) {
      let stamp = ChangeStamp(user: user, time: seed.created.time)
      steps.append(CaseSeedStep(content: content, stamp: stamp, added: added))
    }
    if !seed.events.isEmpty { take(seed.created.user, added: seed.events.map(\.id)) }
    if last.assignee != nil {
      content.assignee = last.assignee
      take(seed.created.user)
    }
    if let findings = last.findings {
      content.name = last.name
      content.findings = beginning(of: findings)
      take(reviewer)
    }
    // A case that was settled was finished before.
    if seed.status != .open {
      content = last
      take(seed.updated.user)
    }
    return spread(steps, before: seed.updated.time)
  }

  /// The findings as they might have stood when they were begun.
  private static func beginning(of findings: String) -> String {
    let parts = findings.split(separator: "\n\n", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return "To be written.\n" }
    return parts.prefix(2).joined(separator: "\n\n")
      .replacing("confidential", with: "internal")
      .replacing("Nothing suggests", with: "So far nothing suggests") + "\n"
  }

  /// Puts the steps at equal distances between the making of a case and its last change.
  private static func spread(
    _ steps: [CaseSeedStep], before end: Timestamp
  ) -> [CaseSeedStep] {
    guard let start = steps.first?.stamp.time else { return [] }
    let distance = (end.microseconds - start.microseconds) / Int64(steps.count)
    return steps.enumerated().map { index, step in
      let time = Timestamp(microseconds: start.microseconds + distance * Int64(index))
      return CaseSeedStep(
        content: step.content, stamp: ChangeStamp(user: step.stamp.user, time: time),
        added: step.added)
    }
  }
}
