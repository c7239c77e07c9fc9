import CaseWire
import CasesAPI

/// What one field of a form counts as started from; a save is merged on top of it.
struct FieldGround: Sendable {
  /// The value of the case.
  let value: String?
  /// What the field shows of it.
  let shown: String

  /// Takes what a draft was started from.
  ///
  /// - Parameters:
  ///   - base: the values of the case.
  ///   - origin: what the fields show of them.
  ///   - field: the field.
  init(_ base: CaseContent, _ origin: FormTexts, _ field: CaseField) {
    value = base[field]
    shown = origin[field]
  }

  /// Takes what a case has in a field.
  ///
  /// - Parameters:
  ///   - latest: the case.
  ///   - field: the field.
  init(_ latest: Case, _ field: CaseField) {
    self.init(latest.content, FormTexts(latest), field)
  }
}

extension FieldGround: Equatable {
  /// Compares byte for byte.
  static func == (left: FieldGround, right: FieldGround) -> Bool {
    left.shown.isIdentical(to: right.shown)
      && (left.value ?? "").isIdentical(to: right.value ?? "")
  }
}
