internal import CVTerm
public import TerminalModel

/// What a person would see on a terminal, as a terminal emulator library reads its bytes.
///
/// The library crashes on a screen of one column with a wide character, so it is never smaller than
/// two by two. A screen belongs to one thread.
@safe public final class VisibleScreen {
  /// Whether the alternate screen is shown.
  public private(set) var isAlternate = false
  /// Whether the cursor is shown.
  public private(set) var isCursorVisible = true
  /// The title of the window.
  public private(set) var title = ""
  /// The size of the screen.
  public private(set) var size: Size

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  /// Makes an empty screen.
  ///
  /// - Parameter size: its size; at least 2 by 2 is taken.
  public init(_ size: Size) {
    self.size = Self.clamped(size)
    unsafe terminal = vterm_new(Int32(self.size.height), Int32(self.size.width))
    unsafe vterm_set_utf8(terminal, 1)
    unsafe screen = vterm_obtain_screen(terminal)
    unsafe callbacks = .allocate(capacity: 1)
    unsafe callbacks.initialize(to: VTermScreenCallbacks())
    let set:
      @convention(c) (VTermProp, UnsafeMutablePointer<VTermValue>?, UnsafeMutableRawPointer?)
        -> Int32 = { property, value, user in
          guard let value = unsafe value, let user = unsafe user else { return 0 }
          let screen = unsafe Unmanaged<VisibleScreen>.fromOpaque(user).takeUnretainedValue()
          unsafe screen.set(property, value)
          return 1
        }
    unsafe vterm_screen_enable_altscreen(screen, 1)
    unsafe vt_set_callback(screen, callbacks, set, Unmanaged.passUnretained(self).toOpaque())
    unsafe vterm_screen_reset(screen, 1)
  }

  deinit {
    unsafe vterm_free(terminal)
    unsafe callbacks.deallocate()
  }

  /// Takes bytes that a program wrote.
  ///
  /// - Parameter bytes: any bytes, cut anywhere.
  public func feed(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      _ = unsafe vterm_input_write(
        terminal, base.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  /// Changes the size, as a person does who drags the window's corner.
  ///
  /// - Parameter size: the new size; at least 2 by 2 is taken.
  public func resize(_ size: Size) {
    self.size = Self.clamped(size)
    unsafe vterm_set_size(terminal, Int32(self.size.height), Int32(self.size.width))
  }

  /// Where the cursor stands.
  public var cursor: Position {
    var position = VTermPos(row: 0, col: 0)
    unsafe vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return Position(row: Int(position.row), column: Int(position.col))
  }

  /// The text of a row without the blanks at its end.
  ///
  /// - Parameter row: a row of the screen.
  /// - Returns: what stands in it.
  public func text(row: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var column = 0
    while column < size.width {
      let cell = cell(row: row, column: column)
      let text = unsafe withUnsafeBytes(of: cell.chars) {
        unsafe $0.bindMemory(to: UInt32.self).prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
      }
      scalars.append(contentsOf: text.isEmpty ? [" "] : text)
      column += max(1, Int(cell.width))
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The rows from top to bottom.
  public var rows: [String] { (0..<size.height).map { text(row: $0) } }

  /// All rows, each ended by a line break.
  public var text: String { rows.map { $0 + "\n" }.joined() }

  /// Whether some row holds a text.
  ///
  /// - Parameter text: what is looked for, within one row.
  /// - Returns: whether it is there.
  public func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return rows.contains { Self.bytes(Array($0.utf8), contain: wanted) }
  }

  /// How a cell looks; true colour reads as −2, faint text cannot be told.
  ///
  /// - Parameters:
  ///   - row: a row of the screen.
  ///   - column: a column of the screen.
  /// - Returns: its colours and attributes.
  public func style(row: Int, column: Int) -> Style {
    var cell = cell(row: row, column: column)
    let found = unsafe vt_cell_style(&cell)
    var attributes: Style.Attributes = []
    if found.bold != 0 { attributes.insert(.bold) }
    if found.underline != 0 { attributes.insert(.underline) }
    if found.italic != 0 { attributes.insert(.italic) }
    if found.reverse != 0 { attributes.insert(.reverse) }
    return Style(
      foreground: Int16(found.foreground), background: Int16(found.background), attributes)
  }

  private func cell(row: Int, column: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    _ = unsafe vterm_screen_get_cell(
      screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }

  private func set(_ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>) {
    switch property {
    case VTERM_PROP_ALTSCREEN: isAlternate = unsafe vt_bool(value) != 0
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = unsafe vt_bool(value) != 0
    case VTERM_PROP_TITLE:
      title = unsafe vt_string(value).map { unsafe String(cString: $0) } ?? ""
    default: break
    }
  }

  private static func clamped(_ size: Size) -> Size {
    Size(width: max(2, size.width), height: max(2, size.height))
  }

  private static func bytes(_ bytes: [UInt8], contain wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
