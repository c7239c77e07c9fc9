/// Which cases a list shows (Cases API contract, § 1.1).
public struct CaseFilter: Hashable, Codable, Sendable {
  /// The states to show; empty shows all.
  public var statuses: [CaseStatus] = []
  /// A part of the name, whatever its case.
  public var name: String?
  /// The analyst in charge.
  public var assignee: UserUID?
  /// Whether there is an analyst in charge at all.
  public var isAssigned: Bool?
  /// The person who is investigated.
  public var subject: UserUID?
  /// Who changed the case last.
  public var lastModifiedBy: UserUID?
  /// When the case was made.
  public var createdAt: TimeSpan?
  /// When the case was last changed.
  public var updatedAt: TimeSpan?

  /// Makes a filter that shows every case.
  public init() {}
}
