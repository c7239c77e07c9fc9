import CPangoCairo
import CaseWire

/// A PDF document that is drawn page by page; used by one thread.
@safe final class Canvas {
  /// The width of a page in points: A4.
  static let width = 595.0
  /// The height of a page in points: A4.
  static let height = 842.0
  private static let unit = 1_024.0

  /// Takes what the library writes; C keeps a pointer to it.
  private final class Output {
    var bytes: [UInt8] = []
  }

  private let library: cpc_functions
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let output = Output()

  /// Begins a document.
  init(title: String, date: Timestamp) throws(SummaryPDFError) {
    var problem: UnsafePointer<CChar>?
    guard let loaded = unsafe cpc_load(&problem) else {
      throw .libraryMissing(unsafe problem.map { unsafe String(cString: $0) } ?? "unknown")
    }
    unsafe library = loaded.pointee
    guard Self.hasFont(library) else { throw .noFont }
    unsafe surface = library.cairo_pdf_surface_create_for_stream(
      { closure, bytes, count in
        guard let closure = unsafe closure else { return 11 }
        let output = unsafe Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
        unsafe output.bytes.append(
          contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return 0
      }, Unmanaged.passUnretained(output).toOpaque(), Self.width, Self.height)
    // The keys of cairo_pdf_metadata_t: title 0, creator 4, date of creation 5.
    unsafe library.cairo_pdf_surface_set_metadata(surface, 0, title)
    unsafe library.cairo_pdf_surface_set_metadata(surface, 4, "Case Workbench")
    unsafe library.cairo_pdf_surface_set_metadata(
      surface, 5, "\(date.description.prefix(19))Z")
    unsafe context = library.cairo_create(surface)
  }

  deinit {
    unsafe library.cairo_destroy(context)
    unsafe library.cairo_surface_destroy(surface)
  }

  /// Draws a text in lines of a width, each at the height that a body finds for it.
  ///
  /// The body may end a page and draw its footer meanwhile, so every text has a layout of its own.
  ///
  /// - Parameters:
  ///   - text: the text, one paragraph.
  ///   - style: how it is printed.
  ///   - x: the left edge in points.
  ///   - width: the width in points.
  ///   - place: is given the height of a line in points and returns where it begins.
  /// - Returns: how many characters no font could show.
  func draw(
    _ text: String, _ style: PrintStyle, x: Double, width: Double, _ place: (Double) -> Double
  ) -> Int {
    let layout = unsafe library.pango_cairo_create_layout(context)
    defer { unsafe library.g_object_unref(UnsafeMutableRawPointer(layout)) }
    // PANGO_WRAP_WORD_CHAR: words are broken where a line holds none.
    unsafe library.pango_layout_set_wrap(layout, 2)
    let font = unsafe library.pango_font_description_from_string(style.font)
    unsafe library.pango_layout_set_font_description(layout, font)
    unsafe library.pango_font_description_free(font)
    unsafe library.pango_layout_set_width(layout, Int32(width * Self.unit))
    unsafe library.pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let lines = unsafe library.pango_layout_get_iter(layout)
    defer { unsafe library.pango_layout_iter_free(lines) }
    repeat {
      var frame = PangoRectangle()
      unsafe library.pango_layout_iter_get_line_extents(lines, nil, &frame)
      let ascent = unsafe Double(library.pango_layout_iter_get_baseline(lines) - frame.y)
      let top = place(Double(frame.height) / Self.unit)
      unsafe library.cairo_move_to(
        context, x + Double(frame.x) / Self.unit, top + ascent / Self.unit)
      unsafe library.pango_cairo_show_layout_line(
        context, library.pango_layout_iter_get_line_readonly(lines))
    } while unsafe library.pango_layout_iter_next_line(lines) != 0
    return Int(unsafe library.pango_layout_get_unknown_glyphs_count(layout))
  }

  /// Draws a thin grey line across the page.
  func rule(from left: Double, to right: Double, y: Double) {
    unsafe library.cairo_set_source_rgb(context, 0.6, 0.6, 0.6)
    unsafe library.cairo_set_line_width(context, 0.5)
    unsafe library.cairo_move_to(context, left, y)
    unsafe library.cairo_line_to(context, right, y)
    unsafe library.cairo_stroke(context)
    unsafe library.cairo_set_source_rgb(context, 0, 0, 0)
  }

  /// Ends a page and begins the next one.
  func nextPage() { unsafe library.cairo_show_page(context) }

  /// Ends the document.
  func finish() throws(SummaryPDFError) -> [UInt8] {
    unsafe library.cairo_show_page(context)
    var status = unsafe library.cairo_status(context)
    unsafe library.cairo_surface_finish(surface)
    if status == 0 { status = unsafe library.cairo_surface_status(surface) }
    guard status == 0 else {
      throw .drawing(unsafe String(cString: library.cairo_status_to_string(status)))
    }
    return output.bytes
  }

  private static func hasFont(_ library: cpc_functions) -> Bool {
    var families: UnsafeMutableRawPointer?
    var count: Int32 = 0
    unsafe library.pango_font_map_list_families(
      library.pango_cairo_font_map_get_default(), &families, &count)
    unsafe library.g_free(families)
    return count > 0
  }
}
