/// What must be so before a case may be closed, and how long one can think better of it.
public struct CloseRules: Hashable, Codable, Sendable {
  /// Seconds that a closed or deleted case waits before it is sent, 0 to 60.
  public var wait = 5
  /// Characters that findings must have, in Unicode scalar values; 0 for no such rule.
  public var minimumFindings = 0
  /// Whether somebody must be assigned.
  public var wantsAssignee = false

  /// The rules of a new installation: nothing is demanded, five seconds to think better of it.
  public init() {}

  /// What a case lacks before it may be closed.
  ///
  /// - Parameter texts: what the case would hold.
  /// - Returns: a sentence without its full stop a rule that is not kept.
  func violations(_ texts: FormTexts) -> [String] {
    var violations: [String] = []
    if texts.findings.unicodeScalars.count < minimumFindings {
      violations.append(Wording.findingsDemanded(minimumFindings))
    }
    if wantsAssignee, texts.assignee.trimmed.isEmpty { violations.append(Wording.assigneeDemanded) }
    return violations
  }
}
