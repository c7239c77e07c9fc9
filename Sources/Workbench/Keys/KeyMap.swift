public import TerminalModel

/// The one table that feeds keys, bottom line, help and README.
public struct KeyMap: Equatable, Sendable {
  /// Every binding, in the order in which help tells them.
  public let bindings: [KeyBinding]
  private let commands: [KeyContext: [Key: Command]]
  // Each frame asks for these, so they are made once.
  private let own: [KeyContext: [KeyBinding]]
  private let names: [KeyContext: [Command: String]]

  /// Makes a table.
  ///
  /// - Parameter bindings: every binding, in the order in which help tells them; of two that want
  ///   the same key in a context, the later one has it.
  public init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    var commands: [KeyContext: [Key: Command]] = [:]
    var own: [KeyContext: [KeyBinding]] = [:]
    var names: [KeyContext: [Command: String]] = [:]
    for context in KeyContext.allCases {
      let here = bindings.filter { $0.contexts.contains(context) }
      own[context] = here
      for binding in here {
        for key in binding.keys { commands[context, default: [:]][key] = binding.command }
        names[context, default: [:]][binding.command] = Self.name(of: binding.command, in: here)
      }
    }
    self.commands = commands
    self.own = own
    self.names = names
  }

  /// What a key means.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - context: where it was pressed.
  /// - Returns: nil where it means nothing.
  public func command(for key: Key, in context: KeyContext) -> Command? {
    commands[context]?[key]
  }

  /// The bindings of a context, in the order in which help tells them.
  ///
  /// - Parameter context: where keys are pressed.
  /// - Returns: one binding a command.
  public func bindings(in context: KeyContext) -> [KeyBinding] { own[context] ?? [] }

  /// All bindings by context; one that several contexts share is told in the first of them.
  ///
  /// - Parameter context: the one that comes first.
  /// - Returns: the contexts that have bindings of their own.
  public func table(
    from context: KeyContext
  ) -> [(context: KeyContext, bindings: [KeyBinding])] {
    var told: Set<KeyBinding> = []
    let contexts = [context] + KeyContext.allCases.filter { $0 != context }
    return contexts.map { context in
      (context, bindings(in: context).filter { told.insert($0).inserted })
    }.filter { !$0.bindings.isEmpty }
  }

  /// What the bottom line calls the keys of a command.
  ///
  /// - Parameters:
  ///   - command: the command.
  ///   - context: where the keys are pressed.
  /// - Returns: the first key; both directions for moving down; nothing where there is no key.
  public func name(of command: Command, in context: KeyContext) -> String {
    names[context]?[command] ?? ""
  }

  private static func name(of command: Command, in bindings: [KeyBinding]) -> String {
    // The two directions share one place in the bottom line.
    let both: [Command] =
      switch command {
      case .moveDown: [.moveDown, .moveUp]
      case .scrollDetailDown: [.scrollDetailDown, .scrollDetailUp]
      default: [command]
      }
    return both.compactMap { one in bindings.first { $0.command == one }?.keys.first?.name }
      .joined(separator: "/")
  }

  /// The keys as the program comes.
  public static let standard = KeyMap([
    bind(.moveDown, ["j", .down], KeyContext.panes, "move", "Move down; in the case, scroll down"),
    bind(.moveUp, ["k", .up], KeyContext.panes, nil, "Move up; in the case, scroll up"),
    bind(.moveToTop, ["g", .home], KeyContext.panes, nil, "Go to the top"),
    bind(.moveToEnd, ["G", .end], KeyContext.panes, nil, "Go to the end"),
    bind(.moveHalfPageDown, [.control("d")], KeyContext.panes, nil, "Half a page down"),
    bind(.moveHalfPageUp, [.control("u")], KeyContext.panes, nil, "Half a page up"),
    bind(.movePageDown, [.pageDown], KeyContext.panes, nil, "A page down"),
    bind(.movePageUp, [.pageUp], KeyContext.panes, nil, "A page up"),
    bind(.open, [.enter], [.cases, .events], "open", "Open the case; show all of an event"),
    bind(.bulk, ["b"], [.cases], "marked", "Do something to all marked cases"),
    bind(.goIn, ["l", .right], KeyContext.panes, nil, "Into: list, then case, then events"),
    bind(.goOut, ["h", .left], KeyContext.panes, nil, "Out of: events, then case, then list"),
    bind(.nextPane, [.tab], KeyContext.panes, nil, "Next pane"),
    bind(.previousPane, [.backTab], KeyContext.panes, nil, "Previous pane"),
    bind(
      .scrollDetailDown, ["J"], [.cases, .events], nil, "Scroll the case down from another pane"),
    bind(.scrollDetailUp, ["K"], [.cases, .events], nil, "Scroll the case up from another pane"),
    bind(.editCase, ["e"], KeyContext.panes, "edit", "Edit the case in a form"),
    bind(.editOutside, ["E"], KeyContext.panes, "editor", "Edit the findings in $EDITOR at once"),
    bind(
      .assign, ["A"], KeyContext.panes, "assign",
      "Assign the case; Enter alone takes you, ↓ or a name somebody else or nobody"),
    bind(
      .closeCase, ["X"], KeyContext.panes, "close", "Close the case for ever; its number is asked"),
    bind(
      .deleteCase, ["D"], [.cases, .detail], nil,
      "Delete the case for ever; its number is asked"),
    bind(
      .undo, ["u"], KeyContext.panes, "undo",
      "Take back what waits to be sent for ever, else the last change; asks y"),
    bind(
      .redo, ["U"], KeyContext.panes, nil, "Make again the change that was taken back; asks y"),
    bind(
      .createCase, ["a"], [.cases], "new",
      "Make a new case; in a triage session: add events to the case by their ids"),
    bind(
      .triage, ["T"], [.cases], "triage",
      "Triage: go through the list as it stands, case by case; again: leave the session"),
    bind(
      .putLast, ["L"], [.cases], "later", "In a triage session: put the case at the end"),
    bind(.toggleMark, [" "], [.cases], nil, "Mark the case, or take its mark away, and move on"),
    bind(.markRange, ["v"], [.cases], nil, "Begin a range; again: mark all from there to here"),
    bind(.markAll, ["*"], [.cases], nil, "Mark all of the list; again: none of it"),
    bind(.addEvent, ["a"], [.events], "add event", "Add events to the case by their ids"),
    bind(
      .removeEvent, ["d"], [.events], "take off", "Take the event off the case; asks y"),
    bind(
      .narrow, ["/"], [.cases], "find",
      "Narrow the list as you type: words of the name, status:open, assignee:me, updated:7d …"),
    bind(.filter, ["f"], [.cases], "filter", "Filter by status, people and dates"),
    bind(.sort, ["s"], [.cases], "sort", "Choose the order of the list"),
    bind(
      .export, ["x"], KeyContext.panes, "export",
      "Save the summary PDF or the event CSV; again: how far it is, or stop it"),
    bind(
      .discardDraft, ["d"], [.cases, .detail], "drop draft", "Drop the draft of the case; asks y"),
    bind(
      .drafts, ["w"], KeyContext.panes, nil,
      "All drafts of this server: what was written and not saved; Enter takes one up"),
    bind(.reverseSort, ["S"], [.cases], nil, "Reverse the order of the list"),
    bind(.showAllOpen, ["0"], [.cases], "all open", "Show all open cases"),
    bind(
      .columns, ["c"], [.cases], nil,
      "Choose the columns of the list, their order and width, and ages or dates"),
    bind(.views, ["F"], [.cases], nil, "The views on the keys 1 to 8: choose, save, drop"),
    bind(.view1, ["1"], [.cases], nil, "Show the first view"),
    bind(.view2, ["2"], [.cases], nil, "Show the second view"),
    bind(.view3, ["3"], [.cases], nil, "Show the third view"),
    bind(.view4, ["4"], [.cases], nil, "Show the fourth view"),
    bind(.view5, ["5"], [.cases], nil, "Show the fifth view"),
    bind(.view6, ["6"], [.cases], nil, "Show the sixth view"),
    bind(.view7, ["7"], [.cases], nil, "Show the seventh view"),
    bind(.view8, ["8"], [.cases], nil, "Show the eighth view"),
    bind(.showAll, ["9"], [.cases], "all cases", "Show all cases, closed ones too"),
    bind(.goToCase, ["#"], KeyContext.panes, nil, "Open a case by its number"),
    bind(.openLast, ["-"], KeyContext.panes, nil, "Open the case that was opened before"),
    bind(
      .palette, [":", .control("p")], KeyContext.panes, nil,
      "Find any action, or a case that was opened, by some of its letters"),
    bind(
      .history, ["H"], KeyContext.panes, nil,
      "How the case changed: compare, copy, put an earlier text into the form"),
    bind(
      .shift, ["C"], [.cases], nil,
      "What changed since your last session, to be read and handed over"),
    bind(.refresh, ["r"], KeyContext.panes, "refresh", "Fetch anew what is shown"),
    bind(
      .copy, ["y"], KeyContext.panes, nil,
      "Copy number and name of the case, or the id of the event, by the terminal"),
    bind(.toggleZone, ["t"], KeyContext.panes, nil, "Times in UTC or in local time"),
    bind(
      .toggleMarkdown, ["m"], KeyContext.panes, nil,
      "Description and findings as rendered Markdown, or as they were written"),
    bind(.zoom, ["z"], KeyContext.panes, nil, "Give the pane the whole screen, and back"),
    bind(
      .back, [.escape], KeyContext.panes, nil,
      "One step back: zoom, pane, then what narrows the list"),
    bind(.closeView, ["q"], [.cases], "quit", "Quit; what was typed is kept"),
    bind(.closeView, ["q"], [.detail, .events], "back", "Back towards the list"),
    bind(.quit, ["Q", .control("c")], KeyContext.panes, nil, "Quit from anywhere"),
    bind(.save, [.control("s"), .function(2)], [.form], "save", "Save the case"),
    bind(.leaveForm, [.escape], [.form], "keep as draft", "Leave; what was typed is kept"),
    bind(
      .editFieldOutside, [.control("o"), .function(4)], [.form], "$EDITOR",
      "Edit description or findings in $EDITOR"),
    bind(
      .insertMenu, [.control("t")], [.form], "insert",
      "Insert date, time, your name or the event under the cursor"),
    bind(
      .togglePreview, [.control("r")], [.form], "preview",
      "Rendered Markdown beside the text, or in its place on a narrow screen; again, or a letter: "
        + "back to the text"),
    bind(
      .showDifference, [.control("d")], [.form], "difference",
      "Show what a save will change; ^S saves from there"),
    bind(.nextField, [.tab], [.form], "next field", "Next field"),
    bind(.previousField, [.backTab], [.form], nil, "Previous field"),
    bind(.lineStart, [.control("a"), .home], [.form], nil, "Start of the line"),
    bind(.lineEnd, [.control("e"), .end], [.form], nil, "End of the line"),
    bind(.deleteWord, [.control("w")], [.form], nil, "Delete the word before the cursor"),
    bind(.deleteToEnd, [.control("k")], [.form], nil, "Delete to the end of the line"),
    bind(.deleteToStart, [.control("u")], [.form], nil, "Delete to the start of the line"),
    bind(
      .putBack, [.control("y")], [.form], nil,
      "Put back what was deleted; then ^G y: what was deleted before that instead"),
    bind(.undoText, [.control("_")], [.form], "undo", "Undo typing"),
    bind(.find, [.control("f")], [.form], "find", "Find and replace in the field"),
    bind(
      .moreTextKeys, [.control("g")], [.form], nil,
      "Then u undoes, r redoes, y puts back an older deletion, a selects all, x takes out control "
        + "characters"),
    bind(
      .select,
      [
        .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .shiftHome, .shiftEnd, .shiftPageUp,
        .shiftPageDown, .shiftControlLeft, .shiftControlRight, .shiftControlUp, .shiftControlDown,
        .shiftControlHome, .shiftControlEnd,
      ], [.form], nil, "Select, as the key without Shift moves"),
    bind(.cutText, [.control("x")], [.form], nil, "Cut what is selected"),
    bind(.copyText, [.control("c")], [.form], nil, "Copy what is selected"),
    bind(.pasteText, [.control("v")], [.form], nil, "Put in what was cut or copied, in any field"),
    bind(.moveByWord, [.controlLeft, .controlRight], [.form], nil, "Move by words"),
    bind(.moveByParagraph, [.controlUp, .controlDown], [.form], nil, "Move by paragraphs"),
    bind(.moveByPage, [.pageUp, .pageDown], [.form], nil, "Move by pages"),
    bind(.moveToTextEnds, [.controlHome, .controlEnd], [.form], nil, "Start and end of the text"),
    bind(.moveDown, ["j", .down], [.dialogs], "move", "Move down; where there is no list, scroll"),
    bind(.moveUp, ["k", .up], [.dialogs], nil, "Move up; where there is no list, scroll"),
    bind(.moveToTop, ["g", .home], [.dialogs], nil, "Go to the top"),
    bind(.moveToEnd, ["G", .end], [.dialogs], nil, "Go to the end"),
    bind(
      .movePageDown, [.pageDown, .control("d"), " "], [.dialogs], nil, "Scroll a page down"),
    bind(.movePageUp, [.pageUp, .control("u")], [.dialogs], nil, "Scroll a page up"),
    bind(
      .scrollDetailDown, ["J"], [.dialogs], nil, "Scroll the text beside a list down"),
    bind(.scrollDetailUp, ["K"], [.dialogs], nil, "Scroll the text beside a list up"),
    bind(.back, [.escape], [.dialogs], nil, "One step back, then out; nothing is changed by it"),
    bind(.quit, [.control("c")], [.dialogs], nil, "Leave at once; nothing is changed by it"),
    bind(
      .closeView, ["q"], [.dialogs], nil,
      "Leave a list or a text; Enter where it opens nothing, and F w H ? in what they opened, too"),
    bind(
      .showKeys, [.function(1)], [.dialogs], nil,
      "Turn to the keys of the dialog for which the bottom line has no room"),
    bind(.redraw, [.control("l")], everywhere, nil, "Draw the screen anew"),
    bind(.suspend, [.control("z")], everywhere, nil, "Suspend; the shell's fg comes back"),
    bind(.showKeys, [.function(1)], [.form], "keys", "Show all keys"),
    bind(.showKeys, ["?", .function(1)], KeyContext.panes, "keys", "Show all keys"),
  ])

  private static let everywhere = Set(KeyContext.allCases)

  private static func bind(
    _ command: Command, _ keys: [Key], _ contexts: Set<KeyContext>, _ label: String?,
    _ help: String
  ) -> KeyBinding {
    KeyBinding(command, keys, in: contexts, label: label, help: help)
  }
}
