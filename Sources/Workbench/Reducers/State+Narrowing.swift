import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The query line: the list follows it letter by letter.
extension WorkbenchState {
  /// How long typing must rest before people are looked up, in milliseconds.
  static let restBeforePeople = 150

  /// Opens the line; what the list shows already stands in it.
  mutating func startNarrowing() -> Orders {
    let line = queryText
    var input = TextEditor(line.isEmpty ? "" : "\(line) ", isMultiline: false)
    input.moveToEnd()
    narrowing = Narrowing(
      input: input, origin: list.query, originLine: queryLine, stood: list.selected)
    return []
  }

  /// What the list shows, as the line that was typed for it, else as any line that asks for it.
  public var queryText: String {
    if let queryLine, read(queryLine).query.isAlike(list.query) { return queryLine }
    return QueryLine.text(of: list.query, in: zone)
  }

  /// Reads a line as it stands now.
  func read(_ line: String) -> QueryLine { QueryLine(line, now: now, zone: zone, me: me) }

  /// Takes a key in the line: Enter keeps the list, Esc goes back to the one before.
  mutating func pressNarrowing(_ key: Key) -> Orders {
    switch key {
    case .enter: return keepNarrowing()
    case .tab: return completeQuery()
    case .down, .up, .pageDown, .pageUp:
      narrowing?.stood = nil
      return perform(keys.command(for: key, in: .cases) ?? .moveDown)
    case .escape, .control("c"):
      guard let origin = narrowing else { return [] }
      narrowing = nil
      queryLine = origin.originLine
      let orders: Orders = [.cancel(.people), .cancel(.suggestions)]
      return origin.origin == list.query
        ? orders : orders + ask(origin.origin, selecting: origin.stood ?? list.selected)
    default:
      guard narrowing?.input.handle(key, width: 200) == true else { return [] }
      return narrow()
    }
  }

  private mutating func keepNarrowing() -> Orders {
    guard let text = narrowing?.input.text.trimmed else { return [] }
    if let number = caseNumber(in: text) {
      let origin = narrowing?.origin
      narrowing = nil
      let back = origin.map { $0 == list.query ? [] : ask($0, selecting: list.selected) } ?? []
      return back + show(number)
    }
    guard queryMistakes.isEmpty, narrowing?.problem == nil else {
      notice = Notice(.attention, Wording.mendLine)
      return []
    }
    narrowing = nil
    return [.cancel(.suggestions)]
  }

  /// The case that a line means: `#17`, or digits where no name in the list has them.
  private func caseNumber(in line: String) -> CaseNumber? {
    let digits = line.hasPrefix("#") ? line.dropFirst() : line[...]
    guard let number = Int64(digits), number > 0, digits.allSatisfy(\.isNumber) else { return nil }
    return line.hasPrefix("#") || list.total == 0 ? CaseNumber(number) : nil
  }

  /// Asks for what the line says, if that is something new; people are looked up first.
  mutating func narrow() -> Orders {
    guard let text = narrowing?.input.text.trimmed else { return [] }
    narrowing?.problem = nil
    narrowing?.unknown = nil
    // Whoever empties the line begins anew, and what it once showed is not meant any more.
    if text.isEmpty { narrowing?.good = nil }
    queryLine = text
    var orders = suggest()
    let line = read(text)
    guard line.mistakes.isEmpty, !text.hasPrefix("#") else { return orders + showLastGood() }
    let query = withPeople(line.query)
    if isWhole, query.isComplete { narrowing?.good = query }
    guard query.isComplete else {
      orders.append(.run(.findPeople(query, rest: Self.restBeforePeople), id: .people))
      return orders
    }
    orders.append(.cancel(.people))
    return query == list.query ? orders : orders + ask(query)
  }

  /// Whether the line is no beginning of something else: a word may yet become a key, a key without
  /// its value is to get one, and a value that is typed on may become a mistake.
  private var isWhole: Bool {
    guard let input = narrowing?.input, !input.text.trimmed.isEmpty else { return false }
    let terms = QueryTerm.terms(of: input.text)
    let cursor = input.charactersBeforeCursor
    return terms.allSatisfy { term in
      let isBegun = term.range.lowerBound < cursor && cursor <= term.range.upperBound
      return !isBegun && (term.key == nil || !term.value.isEmpty)
    }
  }

  /// Goes back to the list from before the mistaken term was begun: what its beginning asked for
  /// was never meant.
  private mutating func showLastGood() -> Orders {
    guard let narrowing else { return [] }
    let query = narrowing.good ?? narrowing.origin
    // Whom an earlier beginning of the line named is not waited for.
    return [.cancel(.people)] + (query == list.query ? [] : ask(query))
  }

  /// A query with the people in it that are known by name.
  private func withPeople(_ query: CaseQuery) -> CaseQuery {
    var query = query
    for (role, name) in query.people where query.uid(of: role) == nil {
      query.put(people[name.lowercased()], as: role)
    }
    return query
  }

  /// Takes the first of the choices at the cursor.
  private mutating func completeQuery() -> Orders {
    guard let narrowing, let taken = completion?.taken(in: narrowing.input.text) else { return [] }
    var input = TextEditor(taken.line, isMultiline: false)
    input.moveToStart()
    for _ in 0..<taken.cursor { _ = input.handle(.right, width: 200) }
    self.narrowing?.input = input
    return narrow()
  }

  /// What can stand at the cursor of the line.
  public var completion: QueryCompletion? {
    guard let narrowing else { return nil }
    return QueryCompletion(
      narrowing.input.text, cursor: narrowing.input.charactersBeforeCursor, people: suggested)
  }

  /// What cannot be read in the line.
  public var queryMistakes: [QueryLine.Mistake] {
    guard let narrowing else { return [] }
    let text = narrowing.input.text
    let mistakes = read(text).mistakes
    guard mistakes.isEmpty, let role = narrowing.unknown, let problem = narrowing.problem,
      let term = QueryTerm.terms(of: text).last(where: {
        $0.key.flatMap(QueryKey.init(rawValue:))?.person == role
      })
    else { return mistakes }
    return [QueryLine.Mistake(range: term.valueRange, text: problem)]
  }

  /// Asks the server for people whose names begin as typed.
  private mutating func suggest() -> Orders {
    guard let begun = completion?.personBegun, suggested[begun] == nil else {
      return [.cancel(.suggestions)]
    }
    return [.run(.suggestPeople(begun, rest: Self.restBeforePeople), id: .suggestions)]
  }

  /// Takes people in whose names begin as typed.
  mutating func peopleSuggested(_ begun: String, _ names: [String]) -> Orders {
    if suggested.count > 200 { suggested = [:] }
    suggested[begun] = names
    return []
  }

  /// Shows the list of a query whose people were found.
  mutating func peopleFound(_ query: CaseQuery) -> Orders {
    for (role, name) in query.people {
      if let uid = query.uid(of: role) { people[name.lowercased()] = uid }
    }
    if isWhole { narrowing?.good = query }
    if case .filter = dialog { dialog = nil }
    return query == list.query ? [] : ask(query)
  }

  /// Marks the person that nobody is, in the line or in the form of the filter.
  mutating func personUnknown(_ role: CaseQuery.PersonRole, _ reason: String) -> Orders {
    if narrowing != nil {
      narrowing?.problem = reason
      narrowing?.unknown = role
      return showLastGood()
    } else if case .filter = dialog {
      updateFilter { $0.problems[$0.field(of: role)] = reason }
    } else {
      notice = Notice(.error, reason)
    }
    return []
  }
}
