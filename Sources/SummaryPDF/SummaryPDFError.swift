/// Why a summary could not be made.
public enum SummaryPDFError: Error, Hashable, Sendable {
  /// A library is not installed; the text is what the loader says.
  case libraryMissing(String)
  /// No font is installed, so there would be nothing but boxes.
  case noFont
  /// The library failed while it drew; the text is what it says.
  case drawing(String)
}

extension SummaryPDFError: CustomStringConvertible {
  /// The error in one plain sentence without a full stop, with what to do.
  public var description: String {
    switch self {
    case .libraryMissing(let text):
      "a library for PDF files is missing (\(text)); install libpangocairo-1.0-0"
    case .noFont: "no font is installed; install fonts-dejavu-core"
    case .drawing(let text): "the PDF could not be drawn: \(text)"
    }
  }
}
