import CaseWire
import CasesAPI
import Workbench

/// A draft on the disk with the name by which the command line calls it.
struct KeptDraft {
  /// What one draft is in the list for programs.
  struct Row: Encodable {
    let id: String
    let server: String
    let caseNumber: CaseNumber?
    let fields: [CaseField]
    let changedAt: Timestamp
    let bytes: Int
    let path: String
  }

  /// The folder of drafts in which it lies, named after its server.
  let server: String
  /// The folder.
  let shelf: DraftShelf
  /// The draft.
  let entry: DraftShelf.Entry

  /// The name by which the command line calls it.
  var id: String { "\(server)/\(entry.name)" }

  /// What it is in the list for programs.
  var row: Row {
    Row(
      id: id, server: server, caseNumber: entry.draft.key.number,
      fields: entry.draft.changedFields, changedAt: entry.draft.changedAt, bytes: entry.size,
      path: entry.path)
  }

  /// Its columns in the list for people.
  var columns: [String] {
    let fields = entry.draft.changedFields.map(\.rawValue).joined(separator: ", ")
    return [
      id.printable, entry.draft.changedAt.description.prefix(19) + "Z", "\(entry.size)",
      fields.isEmpty ? "nothing changed" : fields,
    ]
  }
}
