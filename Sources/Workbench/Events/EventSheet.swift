public import CaseWire
import TerminalModel

/// All that is known about an event as lines to be read, whatever fields the server sends.
public enum EventSheet {
  /// The objects that matter most, in the order in which they are shown.
  private static let first = [
    "@timestamp", "event", "user", "file", "risk", "destination", "source", "process",
  ]

  /// Writes an event as lines.
  ///
  /// - Parameters:
  ///   - event: the event as the server sent it.
  ///   - width: the columns of a line, 1 or more.
  ///   - zone: the zone of times.
  /// - Returns: the lines from top to bottom.
  public static func lines(_ event: JSONValue, width: Int, zone: Zone) -> [SheetLine] {
    let rows = flatten(event, path: "", zone: zone)
    let labelWidth = min(max(8, (rows.map(\.label.count).max() ?? 8) + 2), max(8, width * 2 / 5))
    var lines: [SheetLine] = []
    for row in rows {
      let broken = Wrap.lines(row.value, width: max(1, width - labelWidth))
      for (index, line) in broken.enumerated() {
        let label = index == 0 ? String(row.label.prefix(labelWidth - 1)) : ""
        let padding = String(repeating: " ", count: labelWidth - label.count)
        lines.append(
          SheetLine(.fields(labelWidth: labelWidth, labels: [0]), label + padding + line))
      }
    }
    return lines
  }

  private static func flatten(
    _ value: JSONValue, path: String, zone: Zone
  ) -> [(label: String, value: String)] {
    switch value {
    case .null: return []
    case .bool(let value): return [(path, value ? "yes" : "no")]
    case .integer(let value): return [(path, String(value))]
    case .number(let value): return [(path, String(value))]
    case .string(let text):
      let isTime = text.count >= 20 && text.first?.isNumber == true && text.contains("T")
      let instant = isTime ? Timestamp(text) : nil
      return [(path, instant.map { TimeText.full($0, in: zone) } ?? text)]
    case .array(let values):
      let texts = values.map { flatten($0, path: "", zone: zone).map(\.value) }
      if values.isEmpty { return [] }
      return [(path, texts.map { $0.joined(separator: " ") }.joined(separator: "\n"))]
    case .object(let fields):
      let names =
        first.filter { fields[$0] != nil }
        + fields.keys.filter { !first.contains($0) }
        .sorted()
      return names.flatMap { name in
        fields[name].map { flatten($0, path: path.isEmpty ? name : "\(path).\(name)", zone: zone) }
          ?? []
      }
    }
  }
}
