import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What a key costs in a long text, against the same key in an empty one.
@Suite(.serialized) struct EditingSpeedTests {
  /// The form of case 7 with findings of 30,000 characters in 3,000 lines, or none.
  private func form(isLong: Bool) -> Walk {
    let text = Array(repeating: "nine char", count: 3_000).joined(separator: "\n")
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: isLong ? text : "")))
    walk.press("e")
    return walk
  }

  /// The times of the quickest of several keys that type, and of several that move, so that what
  /// else the machine does counts for little.
  private func costs(_ walk: inout Walk) -> [Duration] {
    let clock = ContinuousClock()
    func quickest(_ keys: [Key]) -> Duration {
      let times = keys.flatMap { key in
        (0..<8).map { _ in
          clock.measure {
            walk.press(key)
            _ = WorkbenchView.draw(walk.state)
          }
        }
      }
      return times.min() ?? .zero
    }
    return [quickest(["y", .backspace]), quickest([.left, .right])]
  }

  @Test func aKeyInALongTextIsNoManyTimesSlower() {
    var empty = form(isLong: false)
    var start = form(isLong: true)
    var middle = start
    var end = start
    start.press(.controlHome)
    middle.press(.controlHome)
    for _ in 0..<1_500 / (middle.state.formLayout.boxes[.findings]?.height ?? 1) {
      middle.press(.pageDown)
    }
    end.press(.controlEnd)
    var base = costs(&empty)
    var long = [costs(&start), costs(&middle), costs(&end)]
    // Taken in turns, so that what the machine does beside it hits both alike.
    for _ in 0..<3 {
      base = zip(base, costs(&empty)).map(min)
      long = zip(long, [costs(&start), costs(&middle), costs(&end)]).map { zip($0, $1).map(min) }
    }
    let ratios = long.flatMap { zip($0, base).map { $0 / $1 } }
    print("A key and its drawing, typing and moving: none \(base), 3,000 lines \(long) \(ratios)")
    // Wide enough for unoptimised code, in which joining the text for its draft weighs most.
    #expect(ratios.allSatisfy { $0 < 30 })
  }
}
