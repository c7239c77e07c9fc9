import Testing

@testable import Workbench

/// Both sides of a conflict in one text: what needs no decision stands there once.
@Suite struct MergedTextTests {
  private func text(_ base: String, _ theirs: String, _ mine: String) -> String {
    MergedText(base: base, theirs: theirs, mine: mine).text(by: "kim")
  }

  private func marked(_ theirs: String, _ mine: String) -> String {
    "<<<<<<< theirs, written by kim\n\(theirs)======= mine\n\(mine)>>>>>>> both end here\n"
  }

  /// Two differing lines in 21,900 characters gave 43,889.
  @Test func signsStandAroundTheLinesThatDifferOnly() {
    let lines = (1...300).map { "Line \($0) of a long report that both of them know." }
    let base = lines.joined(separator: "\n")
    let theirs = base.replacing("Line 150 ", with: "Line 150, by Kim, ") + "\n"
    let mine = base.replacing("Line 150 ", with: "Line 150, by me, ") + "\nMore."
    let both = text(base, theirs, mine)
    let head = lines[..<149].joined(separator: "\n") + "\n"
    let tail = lines[150...].joined(separator: "\n") + "\n"
    #expect(
      both
        == head
        + marked(
          "Line 150, by Kim, of a long report that both of them know.\n",
          "Line 150, by me, of a long report that both of them know.\n")
        + tail + "More.\n")
  }

  /// Within a paragraph that both changed, each line that one side alone changed had signs, too.
  @Test func linesThatOneSideAloneChangedNeedNoSigns() {
    let base = "Who: Kim\nWhen: Friday\nWhere: lab\nWhat: drawings\nHow: mail"
    let theirs = "Who: Kim Ng\nWhen: Friday\nWhere: office\nWhat: drawings\nHow: mail"
    let mine = "Who: Kim\nWhen: Friday\nWhere: home\nWhat: drawings\nHow: mail\nWhy: a new job"
    #expect(
      text(base, theirs, mine)
        == "Who: Kim Ng\nWhen: Friday\n" + marked("Where: office\n", "Where: home\n")
        + "What: drawings\nHow: mail\nWhy: a new job")
    let apart = text(base, theirs, base + "\nWhy: a new job")
    #expect(apart == theirs + "\nWhy: a new job")
    #expect(!MergedText.isUndecided(apart))
  }

  /// What was written beside a line that somebody else rewrote may go on with it.
  @Test func aLineBesideOneThatWasRewrittenIsDisputed() {
    #expect(
      text("a\nb\nc\n", "a\nb1\nc\n", "a\nb\nmore\nc\n")
        == "a\n" + marked("b1\n", "b\nmore\n") + "c\n")
  }

  @Test func bothHasAllWordsOfBoth() {
    let base = "Seen:\n- Friday\n\nAsked:\n- Kim"
    let merged = MergedText(
      base: base, theirs: "Seen:\n- Thursday\n- Friday\n- Sunday\n\nAsked:\n- Kim\n- Ada",
      mine: "Seen:\n- Friday\n- Monday\n\nAsked:\n- Bo\n- Kim")
    #expect(
      merged.addedUp
        == "Seen:\n- Thursday\n- Friday\n- Sunday\n- Monday\n\nAsked:\n- Bo\n- Kim\n- Ada")
  }

  @Test func paragraphsThatOneSideChangedAreTakenAsTheyAre() {
    #expect(
      text("a\n\nb\n\nc\n", "a1\n\nb1\n\nc\n", "a\n\nb2\n\nc2\n")
        == "a1\n\n" + marked("b1\n", "b2\n") + "\nc2\n")
  }

  @Test(arguments: [
    ("Seen.", "Kim's.", "Seen.\nMore.", "Kim's.\n", "Seen.\nMore.\n"),
    ("", "Kim's.", "Mine.", "Kim's.\n", "Mine.\n"),
    ("Seen.", "", "Seen, I say.", "", "Seen, I say.\n"),
    ("a\r\n", "b\r\n", "c\r\n", "b\r\n", "c\r\n"),
  ])
  func textsThatShareNoLineStandWhole(
    base: String, theirs: String, mine: String, first: String, second: String
  ) {
    #expect(text(base, theirs, mine) == marked(first, second))
  }

  @Test func theTextEndsAsBothDid() {
    #expect(text("a\nz", "b\nz", "c\nz") == marked("b\n", "c\n") + "z")
    #expect(text("a\nz\n", "b\nz\n", "c\nz\n") == marked("b\n", "c\n") + "z\n")
  }

  @Test func whatBothAddedCanStandOneAfterTheOther() {
    let notes = MergedText(
      base: "Opening.", theirs: "Opening.\nKim's note.", mine: "Opening.\nMy note.")
    #expect(notes.addedUp == "Opening.\nKim's note.\nMy note.\n")
    let rewritten = MergedText(base: "Opening.", theirs: "Closing.", mine: "Opening.\nMy note.")
    #expect(rewritten.addedUp == nil)
  }

  /// The merge is asked about where it is too long only.
  @Test func paragraphsWithoutADisputeNeedNoSigns() {
    let merged = MergedText(base: "a\n\nb", theirs: "a1\n\nb", mine: "a\n\nb1")
    #expect(merged.text(by: "kim") == "a1\n\nb1")
    #expect(!MergedText.isUndecided(merged.text(by: "kim")))
  }
}
