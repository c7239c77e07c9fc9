import CaseWire
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct KeyMapTests {
  @Test(arguments: KeyContext.allCases)
  func noKeyHasTwoMeaningsInAPane(context: KeyContext) {
    var meanings: [Key: Set<Command>] = [:]
    for binding in KeyMap.standard.bindings(in: context) {
      for key in binding.keys { meanings[key, default: []].insert(binding.command) }
    }
    #expect(meanings.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test func everyCommandHasAKey() {
    let bound = Set(KeyMap.standard.bindings.map(\.command))
    #expect(Set(Command.allCases).subtracting(bound).isEmpty)
  }

  @Test func noKeyNeedsAltOrAFunctionKeyAlone() {
    let alone = KeyMap.standard.bindings.filter { binding in
      binding.keys.allSatisfy { if case .function = $0 { true } else { false } }
    }
    // Where `?` is a letter, F1 is told in the bottom line.
    #expect(Set(alone.map(\.command)) == [.showKeys])
  }

  /// The places of `j`, `k`, `G`, `e` and `X` on layouts without Latin letters.
  @Test(arguments: [
    ("о", "j"), ("л", "k"), ("П", "G"), ("у", "e"), ("ξ", "j"), ("Γ", "G"), ("ח", "j"),
  ])
  func aLetterOfAnotherScriptCountsByItsPlace(letter: Character, latin: Character) {
    var one = Walk.withCases(50)
    var other = one
    one.press("j", "j", .character(letter))
    other.press("j", "j", .character(latin))
    #expect(one.state == other.state)
    #expect(one.state != Walk.withCases(50).state)
  }

  @Test func inATextBoxALetterStandsForItself() {
    var walk = Walk.withCases(50)
    walk.press("/")
    walk.type("оξח")
    #expect(walk.state.list.query.filter.name == "оξח")
  }

  @Test func keysKeepTheirNames() {
    let keys = Set(KeyMap.standard.bindings.flatMap(\.keys))
    #expect(keys.allSatisfy { Key(name: $0.name) == $0 })
  }
}
