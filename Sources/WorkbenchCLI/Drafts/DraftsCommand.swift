import CaseWire
import CasesAPI
import FoundationEssentials
import Workbench

/// Lists, shows and drops what was written and not saved, without a server.
struct DraftsCommand {
  /// The name of the personal server's drafts; a dash is in no folder that is named after a server.
  private static let personal = "personal-server"

  private let environment: Environment
  private let console: Console

  init(_ environment: Environment, _ console: Console) {
    self.environment = environment
    self.console = console
  }

  /// Lists all drafts, those that were changed last at the end.
  ///
  /// - Parameter arguments: may hold `--json` and `--data`.
  /// - Throws: `CommandError.failed` where a folder or a draft cannot be read; the others are
  ///   listed by then.
  func list(_ arguments: Arguments) throws(CommandError) {
    let (drafts, broken) = try load(arguments)
    if arguments.options[.json] != nil {
      guard let json = try? WireJSON.encode(drafts.map(\.row)) else {
        throw .failed("the list cannot be written as JSON")
      }
      try console.print(String(decoding: json, as: UTF8.self) + "\n")
    } else if drafts.isEmpty {
      if broken.isEmpty { try console.print("no drafts\n") }
    } else {
      try console.print(Self.table(drafts.map(\.columns)))
    }
    if !broken.isEmpty {
      throw .failed(
        "cannot be read as a draft: " + broken.map(\.printable).joined(separator: ", "))
    }
  }

  /// Prints the text of one field, byte for byte; on a terminal control characters are written out.
  ///
  /// - Parameter arguments: the name of the draft, and perhaps `--field` and `--data`.
  /// - Throws: `CommandError` where there is no such draft or field.
  func show(_ arguments: Arguments) throws(CommandError) {
    let field = try wantedField(arguments)
    let draft = try find(arguments).entry.draft
    let changed = draft.changedFields
    let usual = changed.contains(.findings) ? .findings : changed.first ?? .findings
    let text = draft.texts[field ?? usual]
    guard console.isOutputTerminal else { return try console.print(text) }
    // Letter by letter, since CR LF is one character and would not be split.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    try console.print(lines.map { String($0).printable }.joined(separator: "\n") + "\n")
  }

  /// Drops a draft for good, after a question.
  ///
  /// - Parameter arguments: the name of the draft, and perhaps `--yes` and `--data`.
  /// - Throws: `CommandError` where there is no such draft, where nobody said yes, or where the
  ///   draft was written anew meanwhile.
  func drop(_ arguments: Arguments) throws(CommandError) {
    let found = try find(arguments)
    if arguments.options[.yes] == nil {
      guard console.isTerminal else {
        throw .failed("there is no terminal to ask on; --yes drops the draft without a question")
      }
      let columns = found.columns.dropFirst()
      let question =
        "Drop \(found.id.printable) (\(columns.joined(separator: ", "))) for good? [y/N]: "
      let answer = try console.ask(question, .visible)
      guard ["y", "yes"].contains(answer.lowercased()) else {
        throw .failed("nothing was dropped")
      }
    }
    let isGone = try reading { () throws(FileError) in try found.shelf.drop(found.entry) }
    guard isGone else {
      throw .failed("\(found.id.printable) was written anew meanwhile; nothing was dropped")
    }
    try console.print("dropped \(found.id.printable)\n")
  }

  private func wantedField(_ arguments: Arguments) throws(CommandError) -> CaseField? {
    guard let word = try arguments.text(.field) else { return nil }
    guard let field = CaseField(rawValue: word) else {
      let fields = CaseField.allCases.map(\.rawValue)
      throw .misuse(.notOneOf(OptionName.field.typed, word, fields), of: arguments.command)
    }
    return field
  }

  private func find(_ arguments: Arguments) throws(CommandError) -> KeptDraft {
    let id = arguments.operands.joined()
    guard let found = try load(arguments).drafts.first(where: { $0.id == id }) else {
      throw .failed("there is no draft \(id.quoted); caseworkbench drafts list shows all")
    }
    return found
  }

  /// The drafts of every server in the order in which they were changed, and what cannot be read.
  private func load(
    _ arguments: Arguments
  ) throws(CommandError) -> (drafts: [KeptDraft], broken: [String]) {
    guard let state = environment.folders?.state else {
      throw .failed("HOME is not set, so there is no folder of drafts")
    }
    let data = try DataFolder.path(of: .personal, wish: arguments.text(.data), environment)
    let servers = try names(in: "\(state)/drafts").map { ($0, "\(state)/drafts/\($0)") }
    var drafts: [KeptDraft] = []
    var broken: [String] = []
    for (server, path) in [(Self.personal, "\(data)/drafts")] + servers {
      let shelf = DraftShelf(path: path)
      let contents = try reading { () throws(FileError) in try shelf.load() }
      drafts += contents.entries.map { KeptDraft(server: server, shelf: shelf, entry: $0) }
      broken += contents.broken
    }
    let order = drafts.sorted {
      ($0.entry.draft.changedAt, $0.id) < ($1.entry.draft.changedAt, $1.id)
    }
    return (order, broken)
  }

  private func names(in folder: String) throws(CommandError) -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .failed("the folder of drafts \(folder.printable) cannot be read")
    }
  }

  private func reading<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(CommandError) -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw .failed(error.text)
    }
  }

  private static func table(_ rows: [[String]]) -> String {
    let all = [["DRAFT", "CHANGED", "BYTES", "FIELDS"]] + rows
    let widths = (0..<3).map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let padded = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }
      return (padded + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }
}
