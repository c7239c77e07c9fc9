public import CaseWire

/// What can be saved of a case.
public enum ExportKind: String, Hashable, CaseIterable, Codable, Sendable {
  /// The summary as PDF.
  case summaryPDF
  /// The file events as CSV.
  case eventCSV

  /// The file name that is proposed.
  ///
  /// - Parameter number: the case.
  /// - Returns: a plain name, as the vendor's own clients use it.
  public func fileName(for number: CaseNumber) -> String {
    switch self {
    case .summaryPDF: "Case-\(number).pdf"
    case .eventCSV: "Case-\(number)-file-events.csv"
    }
  }
}
