import CSQLite
import CaseWire

/// One prepared statement; used by the thread that has its connection.
@safe final class SQLiteStatement {
  private let handle: OpaquePointer
  private let database: OpaquePointer

  /// Compiles a statement that is to be used again and again.
  init(_ sql: String, on database: OpaquePointer) throws(ServerError) {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard let prepared = unsafe prepared else {
      throw unsafe SQLiteConnection.failure(code, on: database)
    }
    unsafe handle = prepared
    unsafe self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Makes the statement ready to run with values for its parameters, in their order.
  func bind(_ values: [SQLiteValue]) throws(ServerError) {
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code =
        switch value {
        case .null: unsafe sqlite3_bind_null(handle, index)
        case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
        case .text(var text):
          text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) {
              unsafe cws_bind_text(handle, index, $0.baseAddress, Int32($0.count))
            }
          }
        case .blob(let bytes):
          unsafe bytes.withUnsafeBytes {
            unsafe cws_bind_blob(handle, index, $0.baseAddress, Int32($0.count))
          }
        }
      guard code == SQLITE_OK else { throw unsafe SQLiteConnection.failure(code, on: database) }
    }
  }

  /// Goes to the next row; false when there is none.
  func step() throws(ServerError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw unsafe SQLiteConnection.failure(code, on: database) }
    return false
  }

  /// Ends the run, so that the statement holds no lock and no value.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// Whether a column of the row is null.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A whole number of the row; 0 for null.
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A text of the row; nil for null.
  func optionalText(_ column: Int32) -> String? {
    var text: String?
    unsafe withBytes(of: column) { utf8 in
      if let utf8 = unsafe utf8 { text = unsafe String(decoding: utf8, as: UTF8.self) }
    }
    return text
  }

  /// A text of the row; empty for null.
  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  /// The bytes of a blob or text of the row; empty for null.
  func blob(_ column: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    unsafe withBytes(of: column) { utf8 in
      if let utf8 = unsafe utf8 { bytes = unsafe [UInt8](utf8) }
    }
    return bytes
  }

  /// Gives the bytes of a text of the row where SQLite keeps them; nil for null.
  func withBytes<Result>(
    of column: Int32, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    guard let start = unsafe sqlite3_column_text(handle, column) else { return body(nil) }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe body(UnsafeBufferPointer(start: start, count: count))
  }
}
