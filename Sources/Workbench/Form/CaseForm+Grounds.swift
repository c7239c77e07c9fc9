public import CasesAPI
import CaseWire

/// What the fields count as started from, and how that moves with what others write.
///
/// Each text in the history of a field keeps the ground it was written on: whoever undoes what took
/// somebody else's text in stands on the ground from before, and the next save asks again.
extension CaseForm {
  /// The draft as it was when the form was opened, on the ground on which the fields stand now; its
  /// texts are those of the editors.
  public var draft: Draft {
    var draft = opened
    for field in Self.fields {
      guard let ground = ground(of: field) else { continue }
      draft.base.put(ground.value, into: field)
      draft.origin[field] = ground.shown
    }
    return draft
  }

  /// Whether a field shows something else than what it counts as started from.
  ///
  /// - Parameter field: the field.
  /// - Returns: true also where letters were composed anew only.
  public func isChanged(_ field: CaseField) -> Bool {
    guard let editor = editors[field], let ground = ground(of: field) else { return false }
    return !editor.text.isIdentical(to: ground.shown)
  }

  /// What a field counts as started from.
  func ground(of field: CaseField) -> FieldGround? {
    guard let grounds = grounds[field], let editor = editors[field],
      grounds.indices.contains(editor.ground)
    else { return nil }
    return grounds[editor.ground]
  }

  /// Lets the text of a field count as written in the sight of what is there now.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - ground: what is there now.
  mutating func found(_ field: CaseField, on ground: FieldGround) {
    guard ground != self.ground(of: field) else { return }
    let number = number(ground, of: field)
    editors[field]?.stand(on: number)
  }

  /// Shows in a field what is there now.
  ///
  /// - Parameters:
  ///   - ground: what is there now.
  ///   - field: the field.
  mutating func show(_ ground: FieldGround, in field: CaseField) {
    put(ground.shown, into: field, on: ground, cursor: editors[field]?.cursor ?? 0)
  }

  /// Puts a text into a field, made in the sight of what is there now.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - field: the field.
  ///   - ground: what is there now.
  ///   - byte: where the cursor goes.
  mutating func put(
    _ text: String, into field: CaseField, on ground: FieldGround, cursor byte: Int
  ) {
    guard ground != self.ground(of: field) else {
      editors[field]?.replaceAll(text, cursor: byte)
      return
    }
    let number = number(ground, of: field)
    editors[field]?.replaceAll(text, cursor: byte, ground: number)
  }

  /// Goes on from what a save stored.
  ///
  /// What was sent and is stored is the user's own: the texts from before it count as written in
  /// its sight, so that an undo takes it back. What somebody else wrote does not.
  ///
  /// - Parameters:
  ///   - sent: the draft as it was sent.
  ///   - stored: the case as the server has it.
  ///   - later: the fields that were written in since; the others show what is stored.
  mutating func goOn(from sent: Draft, storedAs stored: Case, later: [CaseField]) {
    news = nil
    let start = sent.start(of: Self.fields, storedAs: stored)
    for field in Self.fields {
      let old = FieldGround(sent.base, sent.origin, field)
      let new = FieldGround(start.base, start.origin, field)
      grounds[field] = grounds[field]?.map { $0 == old ? new : $0 }
      if !later.contains(field) { show(FieldGround(stored, field), in: field) }
    }
  }

  private mutating func number(_ ground: FieldGround, of field: CaseField) -> Int {
    grounds[field, default: []].append(ground)
    return grounds[field, default: []].count - 1
  }
}
