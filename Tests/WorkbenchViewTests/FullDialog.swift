import CaseWire
import CasesAPI
import TerminalModel
import Workbench
import WorkbenchSupport

/// Each dialog with all lines that it can have, and what has to be seen of it.
enum FullDialog: String, CaseIterable, Sendable {
  case close, closeAgainstRules, delete, bulkMenu, bulkWords, bulkPeople, bulkClose, bulkAssign,
    bulkRun
  case filter, sort, exportKind, exportFailed, exportReplace, addEvents, assign, goTo
  case conflict, report, reportFailed, palette, columns, views, viewDrop
  case drafts, draftDrop, allDrafts, discard, removeEvent, retrace, outbox, triage

  /// What must be seen, or come into sight when it is scrolled.
  var words: [String] {
    switch self {
    case .close:
      [
        "Close #41 for ever", "Quarterly plans sent to a private mail account",
        "A closed case can never be opened or changed again.", "Findings 16 characters only",
        "Assignee dana@example.com", "Draft Name, Description, Findings: saved by the same change",
        "Not sent 1 further draft; e shows what is written there", "events vanish",
        "Type 41 to close it: 4", "Not sent: type 41, or Esc",
      ]
    case .closeAgainstRules:
      [
        "Your rules want findings of 400 characters at least", "Your rules want an assignee",
        "Nothing was sent.", "e opens the form", "Type 41 to close it:",
      ]
    case .delete:
      [
        "Delete #41 for ever", "A deleted case can never be brought back.",
        "name, description and findings are gone", "12 events no longer held by this case",
        "stays on this machine, and can be read with e", "Not sent: type 41, or Esc",
      ]
    case .bulkMenu:
      [
        "a assign to somebody or nobody", "s set the subject", "e add events by their ids",
        "p export summaries, a PDF each", "c export file events, a CSV each", "X close for ever",
        "D delete for ever",
      ]
    case .bulkWords: ["9 marked", "Event ids", "Type something first"]
    case .bulkPeople:
      ["9 marked", "Assignee: a user name, or ↓", "Nobody is called", "x@example.com"]
    case .bulkClose:
      [
        "Close 9 cases for ever", "Closed cases can never be opened or changed again.",
        "One stays as it is, told first with the reason.",
        "Those with findings too short for your rules stay open.", "#33 Case 33",
        "#41 Quarterly plans sent to a private mail account",
        "It has an unsaved draft; save or drop it first", "Type 9, their count:",
        "Not sent: type 9, or Esc",
      ]
    case .bulkAssign:
      ["Assign 9 cases to jo@example.com?", "#33 Case 33", "#40 Case 40", "y yes n no"]
    case .bulkRun: ["Done", "0 of 9 cases done, 9 not, and still marked", "read it again"]
    case .filter:
      ["[ ] archived", "Changed by", "Changed to", "2026-10-26 or 7d; whole days"]
    case .sort: ["u last change", "v vanishing"]
    case .exportKind:
      ["p summary as PDF: subject, details and findings", "c file events as CSV, every field"]
    case .exportFailed:
      ["Save as (in this folder or a path)", "No space left on device at the end"]
    case .exportReplace: ["This file exists. Replace it?", "y yes n another name"]
    case .addEvents:
      ["Add events to #41", "Event ids", "None of 9 events are in #41", "check it and try again."]
    case .assign:
      ["Assign #41", "Now dana@example.com · a user name, or ↓", "was not assigned", "refused"]
    case .goTo: ["Open a case", "Number", "✗"]
    case .conflict:
      [
        "Findings: changed twice · 1 of 1", "Started from", "t Theirs, by kim@example.com",
        "Theirs, last line", "m Mine", "Mine, last line",
      ]
    case .report:
      [
        "1,234 cases changed, 1 deleted since 26 Oct 2026 07:33 UTC, of which 1 are shown",
        "#190 Case 190", "kim@example.com", "✓ Saved",
      ]
    case .reportFailed:
      ["Save as (in this folder or a path)", "No space left on device at the end"]
    case .palette:
      [
        "Narrow the list as you type: words of the name, status:open, assignee:me, updated:7d …"
      ]
    case .columns: ["Assignee", "Vanish", "the time until its events vanish"]
    case .views:
      [
        "8 view 8", "status:open,closed sort:archived created:2026-01-01..2026-10-01 drawings",
        "– No count: servers put the cases first whose events vanish next, but cannot count them.",
      ]
    case .viewDrop: ["Drop the view", "y yes n no"]
    case .drafts:
      ["Drafts of #41", "Name, Description, Findings · 60 characters", "stay kept."]
    case .draftDrop: ["Drop this draft for good?", "y yes n no"]
    case .allDrafts: ["2 drafts, not saved", "Name, Description, Findings · 60 characters"]
    case .discard: ["Name, Description, Findings is lost. Drop it?", "y yes n no"]
    case .removeEvent:
      ["Take the event off #41", "is no longer evidence of #41 then. Take it off?"]
    case .retrace:
      ["Take a change back", "→ “Quarterly plans sent to a private mail account”?", "y yes n no"]
    case .outbox:
      [
        "#41 closes for ever when it is sent. Nothing is sent until you answer.",
        "y send now and leave", "u take back and leave", "Esc stay",
      ]
    case .triage: ["of 41 cases to go.", "y go on with it", "n begin anew", "Esc leave"]
    }
  }
}
