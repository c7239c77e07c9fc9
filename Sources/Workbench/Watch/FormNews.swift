public import CasesAPI

/// What others have changed in a case while it is written in the form.
public struct FormNews: Hashable, Sendable {
  /// Who changed it last.
  public var who: String
  /// The fields that the form changes too; both texts are there when it is saved.
  public var disputed: Set<CaseField>
  /// The fields that the form shows as they are now.
  public var refreshed: Set<CaseField>
  /// Whether the case can be changed no more.
  public var isSettled: Bool
}
