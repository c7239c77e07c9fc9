import StateStore
import TerminalModel
import Testing
import WorkbenchSupport
import WorkbenchView

@testable import Workbench

/// Each key that the bottom line tells does something where it is told.
@Suite struct HintTests {
  /// The keys of a hint; none where it tells of letters or digits in general.
  private func keys(of hint: KeyHint) -> [Key] {
    if let key = Key(name: hint.key) { return [key] }
    return hint.key.split { " /".contains($0) }.compactMap { Key(name: String($0)) }
  }

  /// Whether a key changes anything, orders anything, or tells why it does not.
  private func acts(_ key: Key, _ walk: Walk) -> Bool {
    var after = walk
    after.press(key)
    var state = after.state
    if let notice = state.notice { return notice.text != Wording.meansNothing(key) }
    state.notice = walk.state.notice
    state.startNews = walk.state.startNews
    state.isTouched = walk.state.isTouched
    // What is wrong stays told.
    let isWrong = key == .enter || key == .control("s") ? self.isWrong(walk.state) : false
    return state != walk.state || !after.acts.isEmpty || isWrong
  }

  private func isWrong(_ state: WorkbenchState) -> Bool {
    switch state.dialog {
    case .close(let dialog): dialog.problem != nil
    case .delete(let dialog): dialog.problem != nil
    case .bulk(let dialog): dialog.problem != nil
    case .goToCase(let dialog): dialog.problem != nil
    case nil: state.form?.problems.isEmpty == false
    default: false
    }
  }

  private func deadHints(_ walk: Walk) -> [String] {
    walk.state.hints.filter { hint in
      let keys = keys(of: hint)
      return !keys.isEmpty && !keys.contains { acts($0, walk) }
    }.map { "\($0.key) \($0.label)" }
  }

  private static let sizes = [Size(width: 80, height: 24), Size(width: 40, height: 12)]

  @Test(arguments: Screen.allCases, sizes)
  func everyKeyThatAScreenTellsDoesSomething(screen: Screen, size: Size) {
    var walk = Walk(size.width, size.height)
    walk.state = screen.state(size)
    walk.send(.dialogDrawn)
    #expect(deadHints(walk) == [])
  }

  @Test(arguments: FullDialog.allCases, sizes)
  func everyKeyThatADialogTellsDoesSomething(dialog: FullDialog, size: Size) {
    #expect(deadHints(dialog.walk(size.width, size.height)) == [])
  }

  /// Long lists of keys were cut, so that nobody could read the last of them.
  @Test func theListOfAllKeysNamesEachOfThem() {
    var walk = Walk(80, 24)
    walk.press("?")
    var told: Set<Substring> = []
    for _ in 0..<400 {
      let grid = WorkbenchView.draw(walk.state)
      for row in 0..<grid.size.height - 1 {
        told.formUnion(grid.text(row: row).split { " │▌".contains($0) })
      }
      walk.press("j")
    }
    let names = KeyMap.standard.bindings.flatMap(\.keys).map(\.name)
    #expect(names.filter { !told.contains(Substring($0)) } == [])
  }

  /// The bottom line had no room for the last of them.
  @Test(arguments: [Screen.formFind, .formReplace, .formMore])
  func allKeysOfFindingAndOfTheSecondKeyAreToldAtOnce(screen: Screen) {
    let state = screen.state(Size(width: 80, height: 24))
    #expect(state.hintRow == state.hints)
  }

  /// Nothing becomes a draft of a form in which nothing was written.
  @Test func escInAFormTellsWhetherADraftIsKept() {
    var walk = Walk.withCase(7, 80, 24)
    walk.press("e")
    #expect(walk.state.hints.contains(KeyHint("Esc", "leave")))
    walk.type("!")
    #expect(walk.state.hints.contains(KeyHint("Esc", "keep as draft")))
  }

  /// What leaves a dialog is told last, and leaves it or goes a step back.
  @Test(arguments: FullDialog.allCases)
  func theLastKeyThatADialogTellsIsTheWayOut(dialog: FullDialog) {
    var walk = dialog.walk(80, 24)
    let before = walk.state.dialog
    #expect(walk.state.hints.last?.key == "Esc")
    walk.press(.escape)
    #expect(walk.state.dialog != before)
  }

  /// A list or a text is left by `q`, as the list of all keys says; a box takes it as a letter, and
  /// a question as no yes.
  @Test(arguments: [
    Screen.sort, .columns, .event, .history, .difference, .views, .shift, .allDrafts,
  ])
  func aListOrATextIsLeftByQ(screen: Screen) {
    var walk = Walk(80, 24)
    walk.state = screen.state(Size(width: 80, height: 24))
    walk.press("q")
    #expect(walk.state.dialog == nil && !walk.state.isFinished)
  }
}
