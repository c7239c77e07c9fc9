import CaseWire
import CasesAPI

/// What is told about texts that differ, and about what others change meanwhile.
extension Wording {
  static let nothingToSend = "Nothing was changed; there is nothing to send"
  static let somebodyElse = "somebody else"

  /// What others have changed while a case is written, for the title of the form.
  ///
  /// - Parameter news: what is known.
  /// - Returns: nil where nothing needs to stay in sight.
  public static func standing(_ news: FormNews) -> String? {
    if news.isSettled { return "cannot be changed any more, \(news.who) settled it" }
    return news.disputed.isEmpty
      ? "\(list(news.refreshed)) taken over from \(news.who)"
      : "changed on the server by \(news.who): \(list(news.disputed))"
  }

  static func text(_ news: FormNews) -> String {
    if news.isSettled { return "\(news.who) settled the case; it can be changed no more" }
    return news.disputed.isEmpty
      ? "\(news.who) changed \(list(news.refreshed)); the form shows it"
      : "\(news.who) changed \(list(news.disputed)) too; ^S shows both"
  }

  static func undoneBehind(_ field: CaseField, isChanged: Bool) -> String {
    let text = "\(name(of: field)): undone to before their change"
    return isChanged ? "\(text); ^S asks again" : "\(text), which stays"
  }

  static let oneLineIsNotMerged = "One line is not merged: take mine or theirs, then change it"
  static let bothDidMoreThanAdd = "More than lines were added: take one, or e puts both in"
  static let differInLineEndsOnly = "The texts differ in line ends only"

  /// What follows from the decisions about a conflict, and what is to be done next.
  ///
  /// - Parameters:
  ///   - dialog: the conflict, decided.
  ///   - draft: what is left to be saved.
  /// - Returns: a sentence without its full stop, short enough for the status row.
  static func decided(_ dialog: ConflictDialog, leaves draft: Draft) -> String {
    let decisions = dialog.decisions
    if decisions.contains(.edit) {
      return draft.changedFields.contains { MergedText.isUndecided(draft.texts[$0]) }
        ? "Choose at each <<<<<<<, delete the signs, then ^S"
        : "Both stand in the text; read it through, then ^S"
    }
    if decisions.contains(.theirs) {
      return draft.isChanged
        ? "Theirs is taken, yours kept as draft; ^S saves the rest"
        : "Theirs is taken; yours is kept as draft: Esc, then e"
    }
    return decisions.contains(.both)
      ? "Both stand, theirs first; read it through, then ^S"
      : "Yours stays; ^S puts it in the place of theirs"
  }

  static let undecidedDraft = "The draft holds both sides of a conflict, parted by lines of signs"
  static let undecided =
    "Both sides of a conflict still stand here, at the cursor; choose, and delete the lines that "
    + "begin with <<<<<<<, ======= and >>>>>>>"
}
