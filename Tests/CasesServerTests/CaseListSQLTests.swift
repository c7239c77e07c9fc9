import CSQLite
import CaseWire
import FoundationEssentials
import Testing

@testable import CasesServer

@Suite struct CaseListSQLTests {
  /// A page must be one range of an index: what is read for it must not grow with the list.
  @Test(arguments: CaseSortKey.allCases, [false, true])
  func readsPagesFromAnIndex(_ key: CaseSortKey, _ isDescending: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/sql-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteCaseStore(folder: folder)
    let sql = CaseListSQL(
      CaseListQuery(
        filter: CaseFilter(), orders: [CaseOrder(by: key, isDescending: isDescending)],
        page: PageRequest(number: 1, size: 10)))
    let start = sql.keys.map { _ in SQLiteValue.integer(0) }
    var plans: [String] = []
    for statement in [sql.firstRows] + sql.rowsBehind(start).map(\.sql) {
      try store.reading { connection throws(ServerError) in
        try connection.rows("EXPLAIN QUERY PLAN " + statement) { plans.append($0.text(3)) }
      }
    }
    // Keys that nearly every case has to itself may sort the few that share one.
    let isTemporary = plans.filter { $0.hasPrefix("USE TEMP B-TREE FOR ORDER BY") }
    #expect(isTemporary == [])
    let sortsTies = plans.contains { $0.hasPrefix("USE TEMP B-TREE") }
    let isUnique = [.name, .createdAt, .updatedAt].contains(key)
    #expect(sortsTies == (isUnique && isDescending), "\(plans)")
    #expect(
      plans.allSatisfy {
        !$0.hasPrefix("SCAN cases") || $0.contains("USING INDEX") || key == .number
      })
  }

  @Test func ordersEachKeyOnceAndEndsWithTheNumber() {
    func keys(_ orders: CaseOrder...) -> [String] {
      CaseListSQL(
        CaseListQuery(
          filter: CaseFilter(), orders: orders, page: PageRequest(number: 1, size: 1))
      ).keys.map { $0.column + ($0.isDescending ? " down" : "") }
    }
    let found = [
      keys(), keys(CaseOrder(by: .number, isDescending: true), CaseOrder(by: .name)),
      keys(CaseOrder(by: .name), CaseOrder(by: .name, isDescending: true)),
      keys(CaseOrder(by: .status, isDescending: true), CaseOrder(by: .assigneeUsername)),
    ]
    #expect(
      found == [
        ["number"], ["number down"], ["nameKey", "number"],
        ["status down", "assigneeKey", "number"],
      ])
  }
}
