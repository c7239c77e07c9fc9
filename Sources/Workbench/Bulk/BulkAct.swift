public import CaseWire

/// What can be done to many cases at once.
public enum BulkAct: Hashable, Codable, Sendable {
  /// Each gets an assignee, by user name; nobody where it is empty.
  case assign(String)
  /// Each gets a subject, by user name; nobody where it is empty.
  case setSubject(String)
  /// Each gets events.
  case addEvents([EventID])
  /// A file of each is saved in a folder.
  case export(ExportKind, folder: String)
  /// Each is closed for ever.
  case close
  /// Each is deleted for ever.
  case delete

  /// Whether it can never be taken back.
  public var isForEver: Bool { self == .close || self == .delete }
}
