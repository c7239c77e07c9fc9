import CaseWire

/// The choices of what can be done to many cases, each with its letter.
public enum BulkKind: Character, Hashable, CaseIterable, Sendable {
  case assign = "a"
  case setSubject = "s"
  case addEvents = "e"
  case exportSummaries = "p"
  case exportEvents = "c"
  case close = "X"
  case delete = "D"

  /// What is done, from the words that were typed for it.
  ///
  /// - Parameter words: what was typed.
  /// - Returns: nil where words are wanted and none that count were typed.
  func act(_ words: String) -> BulkAct? {
    switch self {
    case .assign: .assign(words)
    case .setSubject: .setSubject(words)
    case .addEvents:
      words.isEmpty ? nil : .addEvents(AddEventDialog.events(in: words))
    case .exportSummaries: words.isEmpty ? nil : .export(.summaryPDF, folder: words)
    case .exportEvents: words.isEmpty ? nil : .export(.eventCSV, folder: words)
    case .close: .close
    case .delete: .delete
    }
  }

  /// Whether the words are the name of a user.
  public var isPerson: Bool { self == .assign || self == .setSubject }

  /// Whether nothing has to be typed for it.
  var isPlain: Bool { self == .close || self == .delete }
}
