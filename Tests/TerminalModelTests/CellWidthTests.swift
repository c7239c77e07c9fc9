import CNcurses
import Glibc
import TerminalModel
import Testing

/// Compares the table with the C library; `RECORD_CELL_WIDTHS=1` writes the table anew.
@Suite("CellWidth") struct CellWidthTests {
  /// What the table should say of a scalar on this system.
  static func measured(_ scalar: Unicode.Scalar) -> CellWidth {
    let properties = scalar.properties
    guard !properties.isDefaultIgnorableCodePoint else { return .hidden }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .hidden
    case .nonspacingMark: return wcwidth(wchar_t(scalar.value)) == 0 ? .mark : .hidden
    default: break
    }
    switch wcwidth(wchar_t(scalar.value)) {
    case 1: return .narrow
    case 2: return .wide
    default: return .hidden
    }
  }

  static var scalars: some Sequence<Unicode.Scalar> {
    (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
  }

  @Test("own table = wcwidth where the table says that a scalar can be shown")
  func tableEqualsLibrary() throws {
    let isUTF8 = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil
    try #require(isUTF8)
    if unsafe getenv("RECORD_CELL_WIDTHS") != nil { record() }
    var wrong: [String] = []
    var shown = 0
    for scalar in Self.scalars {
      let width = CellWidth(scalar)
      guard let columns = width.columns else { continue }
      shown += 1
      if wcwidth(wchar_t(scalar.value)) != columns {
        wrong.append("U+\(String(scalar.value, radix: 16)) \(columns)")
      }
    }
    #expect(wrong == [])
    #expect(shown > 140_000)
  }

  @Test(
    "nothing that steers a terminal or hides itself can be shown",
    arguments: [
      0x00, 0x07, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0xAD, 0x200B, 0x200D, 0x200E, 0x2028, 0x202E,
      0x2066, 0xFE0F, 0xFEFF, 0xE000, 0xE0041, 0x3164, 0xFFFE, 0x10FFFF,
    ])
  func hidden(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    #expect(CellWidth(scalar) == .hidden)
  }

  @Test(
    "widths that people meet",
    arguments: zip(
      ["a", " ", "é", "中", "🙂", "\u{301}", "⚠", "…", "ﾊ", "ハ", "│"] as [Unicode.Scalar],
      [1, 1, 1, 2, 2, 0, 1, 1, 1, 2, 1]))
  func known(scalar: Unicode.Scalar, columns: Int) {
    #expect(CellWidth(scalar).columns == columns)
  }

  private func record() {
    var text = """
      extension CellWidth {
        /// Where each run of scalars of equal width begins: its first scalar times four, plus the
        /// width.
        ///
        /// Written by the test `CellWidthTests` from `wcwidth(3)` when `RECORD_CELL_WIDTHS` is set.
        static let runs: [UInt32] = [

      """
    var last: CellWidth?
    var line = "   "
    for scalar in Self.scalars {
      let width = Self.measured(scalar)
      if width == last { continue }
      last = width
      let number = " \(scalar.value << 2 | width.rawValue),"
      if line.count + number.count > 100 {
        text += line + "\n"
        line = "   "
      }
      line += number
    }
    text += line + "\n  ]\n}\n"
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = unsafe fopen("/\(path)/Sources/TerminalModel/CellWidth+Runs.swift", "w")
    guard let file = unsafe file else {
      Issue.record("the table cannot be written")
      return
    }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}
