public import CaseWire

/// What was looked at, so that what is new or was changed since stands out.
extension WorkbenchState {
  /// Cases whose last look is remembered, at most.
  private static let mostLooks = 2_000

  /// Notes that a case is before the user's eyes.
  mutating func noteLook(_ summary: CaseSummary) {
    guard looks[summary.number] != summary.updatedAt else { return }
    looks[summary.number] = summary.updatedAt
    guard looks.count > Self.mostLooks else { return }
    // The ones that changed longest ago are the least likely to change again.
    for (number, _) in looks.sorted(by: { $0.value < $1.value }).prefix(Self.mostLooks / 10) {
      looks[number] = nil
    }
  }

  /// What stands out about a case.
  ///
  /// - Parameter summary: the case as the list has it.
  /// - Returns: nil where nothing does.
  public func mark(of summary: CaseSummary) -> ListMark? {
    guard let look = looks[summary.number] else {
      return firstSeenAt.map { summary.createdAt > $0 } ?? false ? .new : nil
    }
    guard summary.updatedAt > look else { return nil }
    return summary.lastModifiedByUsername == me && me != nil ? nil : .changed
  }
}
