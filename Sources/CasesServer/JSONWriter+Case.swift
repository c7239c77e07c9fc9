import CaseWire

extension JSONWriter {
  /// Writes a row of a list of cases straight from the statement of `CaseListSQL`.
  mutating func caseRow(_ row: SQLiteStatement) {
    raw("{\"number\":")
    integer(row.integer(0))
    raw(",\"name\":")
    column(1, of: row)
    raw(",\"createdAt\":")
    timestamp(Timestamp(microseconds: row.integer(2)))
    raw(",\"updatedAt\":")
    timestamp(Timestamp(microseconds: row.integer(3)))
    raw(",\"subject\":")
    column(4, of: row)
    raw(",\"subjectUsername\":")
    column(5, of: row)
    raw(",\"status\":")
    column(6, of: row)
    raw(",\"assignee\":")
    column(7, of: row)
    raw(",\"assigneeUsername\":")
    column(8, of: row)
    raw(",\"createdByUserUid\":")
    column(9, of: row)
    raw(",\"createdByUsername\":")
    column(10, of: row)
    raw(",\"lastModifiedByUserUid\":")
    column(11, of: row)
    raw(",\"lastModifiedByUsername\":")
    column(12, of: row)
    archivalTime(row.isNull(13) ? nil : Timestamp(microseconds: row.integer(13)))
    raw("}")
  }

  /// Writes a whole case, in the order of the guide's answers.
  mutating func wholeCase(_ item: Case) {
    let row = item.summary
    raw("{\"number\":")
    integer(row.number.rawValue)
    raw(",\"name\":")
    text(row.name)
    raw(",\"createdAt\":")
    timestamp(row.createdAt)
    raw(",\"updatedAt\":")
    timestamp(row.updatedAt)
    raw(",\"description\":")
    text(item.description)
    raw(",\"findings\":")
    text(item.findings)
    raw(",\"subject\":")
    text(row.subject?.rawValue)
    raw(",\"subjectUsername\":")
    text(row.subjectUsername)
    raw(",\"status\":")
    text(row.status.rawValue)
    raw(",\"assignee\":")
    text(row.assignee?.rawValue)
    raw(",\"assigneeUsername\":")
    text(row.assigneeUsername)
    raw(",\"createdByUserUid\":")
    text(row.createdByUserUid?.rawValue)
    raw(",\"createdByUsername\":")
    text(row.createdByUsername)
    raw(",\"lastModifiedByUserUid\":")
    text(row.lastModifiedByUserUid?.rawValue)
    raw(",\"lastModifiedByUsername\":")
    text(row.lastModifiedByUsername)
    archivalTime(row.archivalTime)
    raw("}")
  }

  /// Left out where it is null, as in the guide's answers, which know no such field.
  private mutating func archivalTime(_ time: Timestamp?) {
    guard let time else { return }
    raw(",\"archivalTime\":")
    timestamp(time)
  }

  private mutating func column(_ index: Int32, of row: SQLiteStatement) {
    unsafe row.withBytes(of: index) { utf8 in
      if let utf8 = unsafe utf8 { unsafe text(utf8) } else { raw("null") }
    }
  }
}
