public import TerminalModel

/// All keys as lines to be read and searched, those of the place in use first.
public struct KeySheet: Equatable, Sendable {
  /// One line.
  public struct Line: Equatable, Sendable {
    /// The keys; nothing where only the help goes on, nil in a heading and a blank line.
    public let keys: String?
    /// What they do, or the heading; nothing where only the keys go on.
    public let help: String
    /// Which key it belongs to, from 0.
    public let entry: Int
  }

  /// The lines from top to bottom.
  public let lines: [Line]
  /// Columns of the keys.
  public let keyWidth: Int
  /// What can be found, by its number: keys, help and the words of the bottom line in small
  /// letters; nothing for a heading.
  private let entries: [String]

  /// Breaks all keys into lines.
  ///
  /// - Parameters:
  ///   - keys: the key map.
  ///   - context: where they are asked for.
  ///   - width: the columns of a line, 1 or more.
  public init(_ keys: KeyMap, for context: KeyContext, width: Int) {
    let keyWidth = width < 50 ? 12 : 16
    var lines: [Line] = []
    var entries: [String] = []
    func add(_ keyNames: String?, _ help: String, label: String? = nil) {
      let parts = Wrap.lines(help, width: max(1, width - keyWidth))
      let names = keyNames.map { Wrap.lines($0, width: keyWidth - 1) }
      for row in 0..<max(parts.count, names?.count ?? 0) {
        lines.append(
          Line(
            keys: names.map { row < $0.count ? $0[row] : "" },
            help: row < parts.count ? parts[row] : "", entry: entries.count))
      }
      entries.append(keyNames.map { "\($0) \(help) \(label ?? "")".lowercased() } ?? "")
    }
    for (index, part) in keys.table(from: context).enumerated() {
      if index > 0 { add(nil, "") }
      add(nil, part.context == context ? "Here" : part.context.title)
      for binding in part.bindings {
        add(binding.keyNames, binding.help, label: binding.label)
      }
    }
    self.keyWidth = keyWidth
    self.lines = lines
    self.entries = entries
  }

  /// Where the list of all keys stands: as much of the screen as it needs.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: the dialog.
  public static func layout(in size: Size) -> DialogLayout {
    DialogLayout(in: size, width: min(78, size.width - 4), height: size.height - 3)
  }

  /// The keys that have every word of a search in their names, their help or the bottom line.
  ///
  /// - Parameter words: what is looked for, in capitals or not.
  /// - Returns: their first lines, from top to bottom; none for a search without words.
  public func hits(of words: String) -> [Int] {
    let wanted = words.lowercased().split(whereSeparator: \.isWhitespace)
    guard !wanted.isEmpty else { return [] }
    return lines.indices.filter { index in
      let isFirst = index == 0 || lines[index - 1].entry != lines[index].entry
      guard isFirst, lines[index].keys != nil else { return false }
      return wanted.allSatisfy { entries[lines[index].entry].contains($0) }
    }
  }
}
