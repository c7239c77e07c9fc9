import CaseWire
import TerminalModel

/// The keys that each dialog tells in the bottom line.
extension WorkbenchState {
  /// The keys of a dialog, the most useful first; the way out is the last one.
  func hints(of dialog: Dialog) -> [KeyHint] {
    let leave = KeyHint("Esc", stepBack(from: dialog) == nil ? "leave" : "back")
    let move = KeyHint(keys.name(of: .moveDown, in: .dialogs), "move")
    let scroll = KeyHint(move.key, "scroll")
    let choose = KeyHint(move.key, "choose")
    let naming = hasNames(dialog) ? [KeyHint("↑ ↓", "choose"), KeyHint("Tab", "complete")] : []
    let isLong = isCut(dialog)
    let read = isLong ? [scroll] : []
    switch dialog {
    case .keys(let dialog) where dialog.isTyping:
      return [KeyHint("Enter", "next"), KeyHint("↑ ↓", "hits"), leave]
    case .keys(let dialog):
      let again = dialog.input.isEmpty ? [] : [KeyHint("n/N", "next hit")]
      return [KeyHint("/", "find")] + again + [scroll, leave]
    case .allDrafts: return [KeyHint("Enter", "take it up"), move, leave]
    // The question itself asks for the number, so Enter is what must be told where room is short.
    case .close(let dialog):
      let edit = dialog.input.isEmpty ? [KeyHint("e", "edit")] : []
      let close = KeyHint("Enter", isLong && size.width < 60 ? "for ever" : "close for ever")
      return [close] + read + [KeyHint("digits", "the number")] + edit + [leave]
    case .delete:
      let delete = KeyHint("Enter", isLong && size.width < 60 ? "for ever" : "delete for ever")
      return [delete] + read + [KeyHint("digits", "the number"), leave]
    case .filter(let dialog):
      let space = dialog.focus == .status ? [KeyHint("Space", "switch a status")] : []
      return [KeyHint("Enter", "show"), KeyHint("Tab", "next field")] + space + [leave]
    case .sort: return [move, KeyHint("Enter", "sort"), leave]
    case .export(let dialog) where dialog.isSending:
      return [KeyHint("Enter", "work on meanwhile"), KeyHint("Esc", "stop saving")]
    case .export(let dialog):
      switch dialog.stage {
      case .kind: return [KeyHint("p", "summary PDF"), KeyHint("c", "event CSV"), leave]
      case .path: return [KeyHint("Enter", "save"), leave]
      case .replace: return [KeyHint("y", "replace"), KeyHint("n", "another name"), leave]
      }
    case .addEvent:
      return [KeyHint("Enter", "add")] + (isLong ? [KeyHint("↑ ↓", "scroll")] : []) + [leave]
    case .assign(let dialog) where dialog.isSending: return [KeyHint("Esc", "work on meanwhile")]
    case .assign: return [KeyHint("Enter", "assign")] + naming + [leave]
    case .goToCase: return [KeyHint("Enter", "open"), leave]
    case .event:
      return read + [KeyHint("t", "UTC or local"), KeyHint("r", "fetch anew"), leave]
    case .columns:
      return [
        KeyHint("Space", "show or not"), KeyHint("J/K", "move"), KeyHint("< >", "width"),
        KeyHint("a", "ages or dates"),
      ] + (columns == ListColumns() ? [] : [KeyHint("0", "as at first")]) + [choose, leave]
    case .difference: return [KeyHint("^S", "save")] + read + [leave]
    case .insert: return [move, KeyHint("Enter", "insert"), leave]
    case .palette: return [KeyHint("↑ ↓ ^N ^P", "move"), KeyHint("Enter", "do it"), leave]
    case .views(let dialog):
      switch dialog.stage {
      case .list:
        let isFull = views.count >= SavedView.mostViews
        let new = isFull ? [] : [KeyHint("n", "save as new")]
        guard !views.isEmpty else { return new + [leave] }
        return [KeyHint("Enter", "show"), KeyHint("s", "save here")] + new
          + [KeyHint("d", "drop"), move, leave]
      case .name: return [KeyHint("Enter", "save"), leave]
      case .drop: return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
      }
    case .history(let dialog):
      let ofText = [
        KeyHint("e", dialog.view == .after ? "later into form" : "earlier into form"),
        KeyHint("y", "copy"), KeyHint("v", "whole texts"),
      ]
      let moves =
        (dialog.items.count > 1 ? [move] : [])
        + (isLong ? [KeyHint(keys.name(of: .scrollDetailDown, in: .dialogs), "scroll")] : [])
        + ((dialog.item?.changes.count ?? 0) > 1 ? [KeyHint("Tab", "next field")] : [])
      let rest = [KeyHint("t", "UTC or local"), KeyHint("r", "fetch anew")]
      return (dialog.change == nil ? moves : ofText + moves) + rest + [leave]
    case .conflict(let dialog):
      let hasLines = dialog.field.map(CaseForm.isMultiline) ?? false
      return [KeyHint("m", "mine"), KeyHint("t", "theirs")]
        + (dialog.canAddUp ? [KeyHint("b", "both")] : [])
        + (hasLines ? [KeyHint("e", size.width < 60 ? "edit" : "edit both")] : [])
        + (dialog.layout(in: size).showsPair ? [KeyHint("Tab", "other texts")] : [])
        + read + [leave]
    case .bulk(let dialog):
      switch dialog.stage {
      case .menu:
        // The dialog lists the letters; a bottom line that has no room for all of them tells none.
        let kinds = BulkKind.allCases.map { KeyHint(String($0.rawValue), Wording.short($0)) }
        return size.width < 80 ? [KeyHint("a letter", "chooses"), leave] : kinds + [leave]
      case .words(let kind):
        return [KeyHint("Enter", "go on")] + (kind.isPerson ? naming : []) + [leave]
      case .confirm(let act) where act.isForEver:
        return [KeyHint("Enter", "for ever")] + read + [KeyHint("digits", "the count"), leave]
      case .confirm: return [KeyHint("y", "yes"), KeyHint("n", "no")] + read + [leave]
      case .run:
        let stop = bulk.map { $0.isStopped || $0.isFinished } ?? true ? [] : [KeyHint("s", "stop")]
        return stop + read + [leave]
      }
    case .report(let dialog):
      switch dialog.stage {
      case .report:
        let csv = dialog.report.csv == nil ? [] : [KeyHint("c", "save CSV")]
        let open = dialog.hasCases ? [KeyHint("Enter", "open the case")] : []
        return [move] + open + [KeyHint("m", "save Markdown")] + csv
          + [KeyHint("y", "copy"), leave]
      case .path: return [KeyHint("Enter", "save"), leave]
      case .replace: return [KeyHint("y", "replace"), KeyHint("n", "another name"), leave]
      }
    case .drafts(let dialog) where dialog.isDropping:
      return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
    case .drafts(let dialog):
      let afresh = dialog.canStartAfresh ? [KeyHint("n", "start afresh")] : []
      return [KeyHint("Enter", "take it up")] + afresh
        + [KeyHint("d", "drop it"), move, leave]
    case .confirm(let dialog) where dialog.question == .outboxWaits:
      return [
        KeyHint("y", "send now and leave"), KeyHint("u", "take back and leave"),
        KeyHint("Esc", "stay"),
      ]
    case .confirm(let dialog) where dialog.isAboutTriage:
      return [KeyHint("y", "go on with it"), KeyHint("n", "begin anew")] + read + [leave]
    case .confirm: return [KeyHint("y", "yes"), KeyHint("n", "no")] + read + [leave]
    }
  }
}
