public import CaseWire

/// A case has several drafts: one is taken up, or none, or one is dropped.
public struct DraftsDialog: Equatable, Sendable {
  /// What they are for.
  public let key: DraftKey
  /// The case as the server has it; nil where it could not be fetched, or does not exist yet.
  public let shown: Case?
  /// Whether the findings are wanted in a program of the user's own.
  let opensOutside: Bool
  /// What goes into the form once it is open.
  let restoring: EarlierText?
  /// The row of the cursor, from 0.
  public var cursor = 0
  /// Whether it is asked if the draft under the cursor may go.
  public var isDropping = false

  /// Whether a form without any of them can be opened.
  public var canStartAfresh: Bool {
    key == .newCase || shown?.summary.status == .open
  }

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - key: what they are for.
  ///   - shown: the case as the server has it, if it does.
  ///   - opensOutside: whether the findings are wanted in a program of the user's own.
  ///   - restoring: what goes into the form once it is open.
  init(
    _ key: DraftKey, shown: Case?, opensOutside: Bool = false, restoring: EarlierText? = nil
  ) {
    self.key = key
    self.shown = shown
    self.opensOutside = opensOutside
    self.restoring = restoring
  }
}
