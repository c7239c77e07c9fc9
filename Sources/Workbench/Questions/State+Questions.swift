import CaseWire
import StateStore
import TerminalModel

/// Questions as lines, and the keys that scroll them.
extension WorkbenchState {
  /// What a dialog asks.
  ///
  /// - Parameter dialog: a dialog.
  /// - Returns: nil for a dialog that is no question, or that wants more than an answer.
  public func question(of dialog: Dialog) -> QuestionSheet? {
    switch dialog {
    case .close(let dialog): question(of: dialog)
    case .delete(let dialog): question(of: dialog)
    case .confirm(let dialog): question(of: dialog)
    case .bulk(let dialog):
      if case .confirm(let act) = dialog.stage { question(of: dialog, act) } else { nil }
    default: nil
    }
  }

  /// Scrolls a question.
  ///
  /// - Returns: nil for a key that is meant as an answer.
  mutating func scrollQuestion(_ key: Key, _ dialog: Dialog) -> Orders? {
    guard let question = question(of: dialog) else { return nil }
    let isPlain = if case .character = key { true } else { false }
    // Where all is seen, a letter is an answer like any other; no arrow ever is.
    guard question.text.isCut || !isPlain else { return nil }
    if question.prompt != nil, dialog.hasDigits, Self.numberKeys.contains(key) { return nil }
    let top = question.text.top(dialog.scroll)
    guard let line = scrolled(top, by: key, page: question.text.height) else { return nil }
    var scrolled = dialog
    scrolled.scroll = question.text.top(line)
    self.dialog = scrolled
    return []
  }

  /// Keys that are of use in the box of a number once something stands in it.
  private static let numberKeys: Set<Key> = [.home, .end, .control("u"), .control("d")]

  private func question(of dialog: CloseDialog) -> QuestionSheet {
    let number = dialog.shown.number
    return numberQuestion(
      Wording.closeTitle(number), of: dialog.shown.summary.name, Wording.closeWarning,
      Wording.checks(of: dialog, events: eventCount(of: number), in: zone),
      prompt: Wording.closePrompt(number), problem: dialog.problem)
  }

  private func question(of dialog: DeleteDialog) -> QuestionSheet {
    let number = dialog.shown.number
    return numberQuestion(
      Wording.deleteTitle(number), of: dialog.shown.name, Wording.deleteWarning,
      Wording.checks(of: dialog, events: eventCount(of: number)),
      prompt: Wording.deletePrompt(number), problem: dialog.problem)
  }

  private func numberQuestion(
    _ title: String, of name: String, _ warning: String, _ checks: [Check], prompt: String,
    problem: String?
  ) -> QuestionSheet {
    let width = QuestionSheet.textWidth(in: size)
    let head =
      SheetLine.lines(.heading, name, width: width)
      + SheetLine.lines(.attention, warning, width: width)
    let checks = checks.flatMap { SheetLine.lines($0, width: width) }
    let blank = [SheetLine(.text, "")]
    let loose = QuestionSheet(
      title, head + blank + checks + blank, prompt: prompt, problem: problem, in: size)
    // Blank lines are the first to go where room is short.
    return loose.text.isCut
      ? QuestionSheet(title, head + checks, prompt: prompt, problem: problem, in: size) : loose
  }

  private func question(of dialog: BulkDialog, _ act: BulkAct) -> QuestionSheet {
    let width = QuestionSheet.textWidth(in: size)
    let obstacles = dialog.cases.map { obstacle(to: act, on: $0) }
    let list = list(dialog.cases, obstacles, width: width)
    let lines =
      SheetLine.lines(
        act.isForEver ? .attention : .text, Wording.question(act, dialog), width: width)
      + Wording.cautions(act, obstacles: obstacles.count { $0 != nil }, rules).flatMap {
        SheetLine.lines(.attention, $0, width: width)
      }
    let items = list.items.map { $0.lowerBound + lines.count..<$0.upperBound + lines.count }
    let title = Wording.title(of: act, dialog.cases.count)
    guard act.isForEver else {
      return QuestionSheet(
        title, lines + list.lines, items: items, answers: Self.yesOrNo, in: size)
    }
    return QuestionSheet(
      title, lines + list.lines, items: items, prompt: Wording.countPrompt(dialog.cases.count),
      problem: dialog.problem, in: size)
  }

  private func question(of dialog: ConfirmDialog) -> QuestionSheet {
    let width = QuestionSheet.textWidth(in: size)
    let lines = SheetLine.lines(.text, Wording.question(of: dialog, self), width: width)
    let title = Wording.title(of: dialog)
    let answers = Wording.answers(to: dialog)
    guard case .retrace(.many(let change), _) = dialog.question else {
      return QuestionSheet(title, lines, answers: answers, in: size)
    }
    let obstacles = change.cases.map { hasDraft(of: $0.number) ? Wording.hasDraft : nil }
    let list = list(change.cases, obstacles, width: width)
    let items = list.items.map { $0.lowerBound + lines.count..<$0.upperBound + lines.count }
    return QuestionSheet(title, lines + list.lines, items: items, answers: answers, in: size)
  }

  private static let yesOrNo = [KeyHint("y", "yes"), KeyHint("n", "no")]

  /// Writes cases one below the other, those to which nothing will be done first.
  private func list(
    _ cases: [CaseSummary], _ obstacles: [String?], width: Int
  ) -> (lines: [SheetLine], items: [Range<Int>]) {
    let pairs = Array(zip(cases, obstacles))
    var lines: [SheetLine] = []
    var items: [Range<Int>] = []
    for (summary, obstacle) in pairs.filter({ $0.1 != nil }) + pairs.filter({ $0.1 == nil }) {
      let start = lines.count
      lines += SheetLine.lines(
        "\(summary.number)", summary.name, obstacle: obstacle, width: width)
      items.append(start..<lines.count)
    }
    return (lines, items)
  }

  /// Why nothing will be done to one of many cases, as far as that is known before it is tried.
  func obstacle(to act: BulkAct, on summary: CaseSummary) -> String? {
    if act != .delete, hasDraft(of: summary.number) { return Wording.hasDraft }
    switch act {
    case .export, .delete: return nil
    case .assign, .setSubject, .addEvents, .close: break
    }
    guard summary.status == .open else { return Wording.offSettled(summary.status) }
    switch act {
    case .assign(let name)
    where name == summary.assigneeUsername ?? summary.assignee?.rawValue ?? "":
      return Wording.alreadySo
    case .setSubject(let name)
    where name == summary.subjectUsername ?? summary.subject?.rawValue ?? "":
      return Wording.alreadySo
    case .close where rules.wantsAssignee && summary.assignee == nil:
      return Wording.assigneeDemanded
    default: return nil
    }
  }
}

extension Dialog {
  /// The first line of a question that is shown.
  public internal(set) var scroll: Int {
    get {
      switch self {
      case .close(let dialog): dialog.scroll
      case .delete(let dialog): dialog.scroll
      case .bulk(let dialog): dialog.scroll
      case .confirm(let dialog): dialog.scroll
      default: 0
      }
    }
    set {
      switch self {
      case .close(var dialog):
        dialog.scroll = newValue
        self = .close(dialog)
      case .delete(var dialog):
        dialog.scroll = newValue
        self = .delete(dialog)
      case .bulk(var dialog):
        dialog.scroll = newValue
        self = .bulk(dialog)
      case .confirm(var dialog):
        dialog.scroll = newValue
        self = .confirm(dialog)
      default: break
      }
    }
  }

  /// Whether something was typed where a number answers.
  fileprivate var hasDigits: Bool {
    switch self {
    case .close(let dialog): !dialog.input.isEmpty
    case .delete(let dialog): !dialog.input.isEmpty
    case .bulk(let dialog): !dialog.input.isEmpty
    default: false
    }
  }
}
