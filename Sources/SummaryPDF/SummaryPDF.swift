public import CaseWire

/// The summary of a case as a PDF document.
public enum SummaryPDF {
  /// Draws the summary.
  ///
  /// - Parameters:
  ///   - item: the case.
  ///   - date: when the document is made; it is printed in it.
  /// - Returns: the bytes of the document.
  /// - Throws: `SummaryPDFError` when a library or any font is missing.
  public static func render(
    _ item: Case, on date: Timestamp
  ) throws(SummaryPDFError) -> [UInt8] {
    throw .libraryMissing("not yet")
  }
}
