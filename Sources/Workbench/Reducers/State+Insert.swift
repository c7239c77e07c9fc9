import CaseWire
import StateStore
import TerminalModel

/// Putting into a text what need not be typed: date, time, names, events.
extension WorkbenchState {
  /// What can be put into the field in use.
  var insertChoices: [InsertChoice] {
    [
      InsertChoice("d", Wording.insertDate, text: DateText.day(now, in: zone)),
      InsertChoice("t", Wording.insertTime, text: TimeText.full(now, in: zone)),
      me.map { InsertChoice("m", Wording.insertMe, text: $0) }
        ?? InsertChoice("m", Wording.insertMe, off: Wording.whoIsMe),
      eventLine.map { InsertChoice("e", Wording.insertEvent, text: $0, startsLine: true) }
        ?? InsertChoice("e", Wording.insertEvent, off: Wording.offWithoutEvent),
    ] + templateChoices
  }

  /// The event under the cursor as a line of Markdown; nil where none of this case is shown.
  private var eventLine: String? {
    guard let number = form?.key.number, events.number == number else { return nil }
    return events.current?.markdownLine(in: zone)
  }

  /// Takes a key in the choice of what to put in.
  mutating func pressInsert(_ key: Key, _ old: InsertDialog) -> Orders {
    var dialog = old
    let choices = dialog.choices
    if key == .enter, choices.indices.contains(dialog.cursor) {
      return insert(choices[dialog.cursor])
    }
    if case .character(let letter) = key, let choice = choices.first(where: { $0.letter == letter })
    {
      return insert(choice)
    }
    dialog.cursor = moved(dialog.cursor, by: key, count: choices.count) ?? dialog.cursor
    self.dialog = .insert(dialog)
    return []
  }

  /// Puts a choice into the field in use, in one step of undo.
  private mutating func insert(_ choice: InsertChoice) -> Orders {
    guard let field = form?.focus, let text = choice.text else {
      notice = choice.reasonOff.map { Notice(.info, $0) }
      return []
    }
    dialog = nil
    let others = fillFields(from: choice)
    let breaks = choice.startsLine && form?.editors[field]?.isAtLineStart == false
    form?.editors[field]?.insert(breaks ? "\n" + text : text)
    return others + typed(in: field)
  }
}
