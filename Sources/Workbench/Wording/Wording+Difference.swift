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

  static let oneLineIsNotMerged = "One line is not merged: take mine or theirs, then change it"
  static let bothStandInTheText =
    "Both texts stand there, parted by lines with <<<<<<< ======= >>>>>>>; make them one, then ^S"
  static let undecidedDraft = "The draft holds both sides of a conflict, parted by lines of signs"
  static let undecided =
    "Both sides of a conflict still stand here; choose, and delete the lines that begin with "
    + "<<<<<<<, ======= and >>>>>>>"
}
