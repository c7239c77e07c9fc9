public import CaseWire

/// A question that only `y` answers with yes; never Enter, never the key that asked it.
public struct ConfirmDialog: Equatable, Sendable {
  /// What is asked.
  public enum Question: Equatable, Sendable {
    /// Whether the draft of a case may go.
    case discardDraft(Draft)
    /// Whether an event is to be taken off a case.
    case removeEvent(FileEvent, of: CaseNumber)
    /// Whether the triage session that was left goes on, or a new one begins.
    case resumeTriage(TriageSession)
    /// Whether a change is to be taken back, or made again.
    case retrace(UndoStep, Retrace)
    /// Whether what waits in the outbox is to be sent now or taken back, to leave then.
    case outboxWaits
    /// Whether to leave although changes are on their way.
    case leaveAnyway
    /// Whether to leave although what was typed could not be kept on disk.
    case loseDrafts
  }

  /// What is asked.
  public let question: Question
  /// The first line that is shown.
  public internal(set) var scroll = 0

  /// Whether it asks which triage session is meant.
  var isAboutTriage: Bool { if case .resumeTriage = question { true } else { false } }

  /// Makes a question.
  ///
  /// - Parameter question: what is asked.
  init(_ question: Question) { self.question = question }
}
