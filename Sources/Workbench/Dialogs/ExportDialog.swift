public import CaseWire

/// Saving a file: what, where to, and whether a file that is there may go.
public struct ExportDialog: Equatable, Sendable {
  /// How far the dialog is.
  public enum Stage: Equatable, Sendable {
    /// What is to be saved.
    case kind
    /// Where to.
    case path(ExportKind)
    /// Whether the file that is there may be replaced.
    case replace(ExportKind)
  }

  /// The case.
  public let number: CaseNumber
  /// How far the dialog is.
  public var stage = Stage.kind
  /// Where the file goes, as typed.
  public var path = TextEditor("", isMultiline: false)
  /// Why the file was not saved.
  public var problem: String?
  /// Whether the file is on its way.
  public var isSending = false

  /// Makes the dialog.
  ///
  /// - Parameter number: the case.
  init(_ number: CaseNumber) { self.number = number }
}
