/// The events of a case as a table (RFC 4180), for spreadsheets: UTF-8 with a byte order mark,
/// lines that end with CR LF.
///
/// Titles and their order are those of the vendor's export, as far as events have the data; what
/// the vendor's has no column for stands at the end (Cases API contract, § 1.3).
struct EventCSV {
  private enum Place {
    /// A member of the whole event, found by its names.
    case document([String])
    /// A member of the row of a list.
    case row(String)
  }

  private static let columns: [(title: String, place: Place)] = [
    ("Event ID", .row("eventId")),
    ("Event type", .document(["event", "action"])),
    ("Date Observed (UTC)", .row("eventTimestamp")),
    ("Date Inserted (UTC)", .document(["event", "inserted"])),
    ("File path", .row("filePath")),
    ("Filename", .row("fileName")),
    ("File type", .document(["file", "mimeType"])),
    ("File Category", .document(["file", "category"])),
    ("Identified Extension Category", .document(["file", "categoryByBytes"])),
    ("Current Extension Category", .document(["file", "categoryByExtension"])),
    ("File size (bytes)", .document(["file", "sizeInBytes"])),
    ("File Owner", .document(["file", "owner"])),
    ("MD5 Hash", .document(["file", "hash", "md5"])),
    ("SHA-256 Hash", .document(["file", "hash", "sha256"])),
    ("Create Date", .document(["file", "created"])),
    ("Modified Date", .document(["file", "modified"])),
    ("Username", .document(["user", "email"])),
    ("Device ID", .document(["user", "deviceUid"])),
    ("User UID", .document(["user", "id"])),
    ("Hostname", .document(["source", "name"])),
    ("Fully Qualified Domain Name", .document(["source", "domain"])),
    ("IP address (public)", .document(["source", "ip"])),
    ("IP address (private)", .document(["source", "privateIp"])),
    ("Source", .document(["event", "observer"])),
    ("URL", .document(["file", "url"])),
    ("Shared", .document(["event", "shareType"])),
    ("Shared With Users", .document(["destination", "user", "email"])),
    ("Cloud drive ID", .document(["file", "cloudDriveId"])),
    ("File Id", .document(["file", "id"])),
    ("Exposure Type", .row("exposure")),
    ("Process Owner", .document(["process", "owner"])),
    ("Process Name", .document(["process", "executable"])),
    ("Trusted", .document(["risk", "trusted"])),
    ("Destination Category", .document(["destination", "category"])),
    ("Destination Name", .document(["destination", "name"])),
    ("Risk Score", .row("riskScore")),
    ("Risk Severity", .row("riskSeverity")),
    ("Risk Indicators", .row("riskIndicators")),
  ]

  /// The table so far.
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Starts a table with the line of titles.
  init() { line(Self.columns.map { .string($0.title) }) }

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - row: the JSON object of the event in a list.
  ///   - document: the JSON object of the whole event.
  mutating func append(row: [UInt8], document: [UInt8]) {
    guard let row = try? JSONReader.read(row), let document = try? JSONReader.read(document)
    else { return }
    line(
      Self.columns.map { column in
        switch column.place {
        case .row(let name): row[name] ?? .null
        case .document(let names): names.reduce(document) { $0[$1] ?? .null }
        }
      })
  }

  private mutating func line(_ cells: [JSONNode]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes += [13, 10]
  }

  private mutating func append(_ cell: JSONNode) {
    switch cell {
    case .null, .object: break
    case .bool(let value): bytes += Array(String(value).utf8)
    case .number(let digits): bytes += Array(digits.utf8)
    case .string(let text): append(text)
    case .array(let values):
      append(values.compactMap { $0.string ?? $0["name"]?.string }.joined(separator: ","))
    }
  }

  /// Writes a text; one that a spreadsheet would run as a formula gets an apostrophe before it.
  private mutating func append(_ text: String) {
    var cell = Array(text.utf8)
    if let first = cell.first, Array("=+-@\t\r".utf8).contains(first) {
      cell.insert(UInt8(ascii: "'"), at: 0)
    }
    guard cell.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else {
      bytes += cell
      return
    }
    bytes.append(34)
    for byte in cell {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }
}
