/// What a key can mean; every command has one line in the key map.
public enum Command: String, Hashable, CaseIterable, Codable, Sendable {
  // Moving
  case moveDown, moveUp, moveToTop, moveToEnd
  case moveHalfPageDown, moveHalfPageUp, movePageDown, movePageUp
  case goIn, goOut, nextPane, previousPane
  case scrollDetailDown, scrollDetailUp
  case open, back, zoom
  // Cases
  case triage, putLast, toggleMark, markRange, markAll, bulk
  case narrow, filter, showAllOpen, showAll, sort, reverseSort, goToCase, refresh
  case history, shift, views, palette, openLast, columns, copy
  case view1, view2, view3, view4, view5, view6, view7, view8
  case createCase, editCase, editOutside, assign, closeCase, deleteCase, discardDraft, drafts
  case undo, redo, export
  // Events
  case addEvent, removeEvent
  // Program
  case toggleZone, toggleMarkdown, showKeys, redraw, suspend, closeView, quit
  // Form and text boxes
  case save, leaveForm, editFieldOutside, togglePreview, nextField, previousField, undoText, putBack
  case deleteWord, deleteToEnd, deleteToStart, lineStart, lineEnd
  case insertMenu, find, copyText, cutText, pasteText, moreTextKeys
  case moveByWord, moveByParagraph, moveByPage, moveToTextEnds, select
  case showDifference
}
