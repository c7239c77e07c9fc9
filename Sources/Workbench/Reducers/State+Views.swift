import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The views on the number keys.
extension WorkbenchState {
  /// How long views rest before they are counted again, in milliseconds.
  private static let restBeforeCounting = 400

  /// Shows the view of a number key, from 1.
  mutating func showView(_ place: Int) -> Orders {
    guard views.indices.contains(place - 1) else {
      notice = Notice(.info, Wording.noView(place))
      return []
    }
    let view = views[place - 1]
    let line = read(view.line)
    if let mistake = line.mistakes.first {
      notice = Notice(.error, Wording.viewUnreadable(view, mistake.text))
      return []
    }
    queryLine = view.line
    var query = line.query
    for (role, name) in query.people { query.put(people[name.lowercased()], as: role) }
    guard query.isComplete else { return [.run(.findPeople(query, rest: 0), id: .people)] }
    return ask(query)
  }

  /// Finds the view that the list shows, once the list or the views are others.
  mutating func followShownView() {
    let source = ShownViewSource(query: list.query, views: views, me: me, zone: zone)
    guard source != shownViewSource else { return }
    shownViewSource = source
    let place = views.firstIndex {
      let line = read($0.line)
      // What is read of a line with mistakes is another list than it means.
      return line.mistakes.isEmpty && line.query.isAlike(list.query)
    }
    shownView = place.map { $0 + 1 }
  }

  /// Counts the cases of all views, once in a while.
  mutating func countViews() -> Orders {
    let queries = views.map { read($0.line) }
    guard !queries.isEmpty else { return [] }
    return [
      .run(
        .countViews(
          queries.map { $0.mistakes.isEmpty && $0.query.isCountable ? $0.query : nil },
          rest: Self.restBeforeCounting),
        id: .viewCounts)
    ]
  }

  /// Counts the views anew after a change of one's own; until that has come, no count is told.
  mutating func recountViews() -> Orders {
    viewCounts = []
    // Their row is not seen during a triage session; they are counted when it is left.
    return triage == nil ? countViews() : [.cancel(.viewCounts)]
  }

  /// Whether a count would not tell how many cases a view is about.
  ///
  /// - Parameter view: a view.
  /// - Returns: true where servers can only order by that.
  public func isOrderOnly(_ view: SavedView) -> Bool { !read(view.line).query.isCountable }

  /// Takes the counts of the views in.
  mutating func viewsCounted(_ counts: [Int?]) -> Orders {
    if counts.count == views.count { viewCounts = counts }
    return []
  }

  /// Opens the views, to choose one or to change them.
  mutating func openViews() -> Orders {
    var dialog = ViewsDialog()
    dialog.cursor = (shownView ?? 1) - 1
    open(.views(dialog))
    return countViews()
  }

  /// Takes a key among the views.
  mutating func pressViews(_ key: Key, _ old: ViewsDialog) -> Orders {
    var dialog = old
    switch dialog.stage {
    case .list: return chooseView(key, dialog)
    case .drop(let place):
      dialog.stage = .list
      self.dialog = .views(dialog)
      guard key == "y", isDialogSeen, views.indices.contains(place) else { return [] }
      var changed = views
      changed.remove(at: place)
      return store(changed, dialog)
    case .name(let place):
      guard key == .enter else {
        if dialog.input.handle(key, width: 40) { dialog.problem = nil }
        self.dialog = .views(dialog)
        return []
      }
      let name = dialog.input.text.trimmed
      guard !name.isEmpty else {
        dialog.problem = Wording.viewNameWanted
        self.dialog = .views(dialog)
        return []
      }
      let view = SavedView(name: name, line: queryText.isEmpty ? "status:all" : queryText)
      var changed = views
      if changed.indices.contains(place) { changed[place] = view } else { changed.append(view) }
      dialog.stage = .list
      dialog.cursor = min(place, changed.count - 1)
      return store(changed, dialog)
    }
  }

  private mutating func chooseView(_ key: Key, _ old: ViewsDialog) -> Orders {
    var dialog = old
    switch key {
    case .enter:
      self.dialog = nil
      return showView(dialog.cursor + 1)
    case "F":
      self.dialog = nil
      return []
    case "s" where views.indices.contains(dialog.cursor):
      dialog.stage = .name(dialog.cursor)
      dialog.input = TextEditor(views[dialog.cursor].name, isMultiline: false)
      dialog.input.moveToEnd()
    case "n" where views.count < SavedView.mostViews:
      dialog.stage = .name(views.count)
      dialog.input = TextEditor("", isMultiline: false)
    case "d" where views.indices.contains(dialog.cursor):
      dialog.stage = .drop(dialog.cursor)
      open(.views(dialog))
      return []
    default:
      if case .character(let digit) = key, let place = digit.wholeNumberValue,
        views.indices.contains(place - 1)
      {
        self.dialog = nil
        return showView(place)
      }
      guard let row = moved(dialog.cursor, by: key, count: views.count) else { return [] }
      dialog.cursor = row
    }
    self.dialog = .views(dialog)
    return []
  }

  private mutating func store(_ changed: [SavedView], _ dialog: ViewsDialog) -> Orders {
    views = changed
    viewCounts = []
    self.dialog = .views(dialog)
    return [.run(.storeViews(changed), id: .views)] + countViews()
  }

  /// Tells that changed views could not be kept.
  mutating func viewsNotStored(_ reason: String) -> Orders {
    notice = Notice(.error, Wording.viewsNotStored(reason))
    return []
  }
}
