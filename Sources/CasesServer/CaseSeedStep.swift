public import CaseWire

/// A state that a loaded case had once.
public struct CaseSeedStep: Hashable, Sendable {
  /// The five fields that analysts write.
  public var content: CaseContent
  /// Who brought it into this state, and when.
  public var stamp: ChangeStamp
  /// The events that came in with it.
  public var added: [EventID]

  /// Makes a state.
  ///
  /// - Parameters:
  ///   - content: the five fields that analysts write.
  ///   - stamp: who brought the case into this state, and when.
  ///   - added: the events that came in with it.
  public init(content: CaseContent, stamp: ChangeStamp, added: [EventID] = []) {
    self.content = content
    self.stamp = stamp
    self.added = added
  }
}
