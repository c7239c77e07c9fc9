/// What a file must look like at both of its ends.
enum DownloadKind {
  /// A PDF: readers look for its marks in the first and the last 1,024 bytes (PDF Reference 1.7,
  /// appendix H, notes 13 and 18).
  case pdf
  /// A ZIP: an entry or the end of an empty directory first, the end of the directory last, with a
  /// comment of at most 65,535 bytes (PKWARE APPNOTE, § 4.3.16).
  case zip
  /// Text that is neither JSON nor markup; nothing tells whether it is whole.
  case csv
  /// Anything, web pages too.
  case any

  /// How many bytes at the beginning are looked at.
  static let headBytes = 1_024

  /// How many bytes at the end are looked at.
  var tailBytes: Int {
    switch self {
    case .pdf: 1_024
    case .zip: 22 + 65_535
    case .csv, .any: 0
    }
  }

  /// Whether the beginning is that of such a file.
  ///
  /// - Parameter head: the first bytes, all where the file has fewer than `headBytes`.
  /// - Returns: whether it is.
  func begins(_ head: [UInt8]) -> Bool {
    switch self {
    case .pdf: Self.contains("%PDF-", in: head[...])
    case .zip: head.starts(with: "PK\u{3}\u{4}".utf8) || head.starts(with: "PK\u{5}\u{6}".utf8)
    case .csv: !Self.isJSON(head)
    case .any: true
    }
  }

  /// Whether the end is that of such a file.
  ///
  /// - Parameter tail: the last bytes, all where the file has fewer than `tailBytes`.
  /// - Returns: whether it is.
  func ends(_ tail: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .pdf: Self.contains("%%EOF", in: tail)
    case .zip: Self.contains("PK\u{5}\u{6}", in: tail)
    case .csv, .any: true
    }
  }

  /// What such a file is called.
  var name: String {
    switch self {
    case .pdf: "PDF"
    case .zip: "ZIP"
    case .csv: "CSV"
    case .any: "file"
    }
  }

  /// Whether the first character is that of JSON; the header of a CSV begins with a column's name.
  private static func isJSON(_ head: [UInt8]) -> Bool {
    let first = head.first { $0 > 32 && ![0xEF, 0xBB, 0xBF].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func contains(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
  }
}
