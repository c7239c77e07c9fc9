public import CasesAPI
import CaseWire

/// What a field of a case was and what it became, as people read it.
public struct HistoryChange: Hashable, Codable, Sendable {
  /// What people call the field.
  public let name: String
  /// The field of the form; nil where no form has it.
  public let field: CaseField?
  /// What it was; people by their user names.
  public let before: String
  /// What it became.
  public let after: String

  /// Whether it is a text whose words are compared.
  public var isLong: Bool { field.map(CaseForm.isMultiline) ?? false }

  /// Takes over a change of a server's history.
  ///
  /// - Parameter change: the change.
  init(_ change: FieldChange) {
    field = CaseField(rawValue: change.field)
    name = field.map(Wording.name) ?? Wording.name(ofWireField: change.field)
    before = change.fromUsername ?? change.from ?? ""
    after = change.toUsername ?? change.to ?? ""
  }

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - name: what people call the field.
  ///   - field: the field of the form; nil where no form has it.
  ///   - before: what it was.
  ///   - after: what it became.
  init(_ name: String, _ field: CaseField?, from before: String, to after: String) {
    self.name = name
    self.field = field
    self.before = before
    self.after = after
  }

  /// What differs between two states of a case, in the order of the form.
  ///
  /// - Parameters:
  ///   - before: the older state.
  ///   - after: the newer one.
  /// - Returns: the fields that differ.
  static func changes(from before: Case, to after: Case) -> [HistoryChange] {
    let (old, new) = (FormTexts(before), FormTexts(after))
    let status = HistoryChange(
      Wording.name(ofWireField: "status"), nil, from: before.summary.status.rawValue,
      to: after.summary.status.rawValue)
    let fields = CaseForm.fields.map {
      HistoryChange(Wording.name(of: $0), $0, from: old[$0], to: new[$0])
    }
    return ([status] + fields).filter { !$0.before.isIdentical(to: $0.after) }
  }
}
