import CaseWire
import StateStore

/// What changed since the last session.
extension WorkbenchState {
  /// Cases of the last session's list that are looked at where the list does not show them as then.
  private static let mostUnsure = 100

  /// Finds out what changed since the last session.
  mutating func startShift() -> Orders {
    guard let leftAt else {
      notice = Notice(.info, Wording.noLastSession)
      return []
    }
    work[.shift] = Wording.lookingForChanges
    var here: [CaseNumber: CaseStatus] = [:]
    for row in list.pages.values.joined() { here[row.number] = row.status }
    let unsure = rowsThen.filter { here[$0.number] != $0.status }.prefix(Self.mostUnsure)
    let order = WorkbenchEffect.loadShift(since: leftAt, rows: rowsThen, unsure: Array(unsure))
    return [.run(order, id: .shift)]
  }

  /// Shows what changed since the last session.
  mutating func shiftLoaded(_ entries: [ShiftEntry], of total: Int, since: Timestamp) -> Orders {
    work[.shift] = nil
    guard dialog == nil, form == nil else { return [] }
    open(.report(ReportDialog(ShiftReport(entries, of: total, since: since, in: zone).report)))
    return []
  }
}
