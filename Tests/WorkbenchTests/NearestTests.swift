import Testing
import Workbench

@Suite struct NearestTests {
  @Test(arguments: [
    ("--lisen", "--listen"), ("--listne", "--listen"), ("--LISTEN", "--listen"),
    ("--samples-data", "--sample-data"), ("--sam", "--sample-data"), ("--uri", "--url"),
    ("--xyzzy", nil), ("-", nil), ("", nil), (String(repeating: "a", count: 10_000), nil),
  ])
  func isTheWordThatWasMeant(typed: String, meant: String?) {
    #expect(Nearest.word(to: typed, in: ["--listen", "--sample-data", "--url"]) == meant)
  }
}
