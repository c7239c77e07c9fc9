import CaseWire

/// What the lines of a case were made from; they are made anew when it differs.
struct SheetSource: Equatable, Sendable {
  let summary: CaseSummary
  let loaded: Case?
  let width: Int
  let zone: Zone
  let isAsWritten: Bool
}
