/// Reads CSV by RFC 4180, to judge what was written.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" && scalars.first == "\n" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "," { continue }
        scalars.removeFirst()
        rows.append(row)
        row = []
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}
