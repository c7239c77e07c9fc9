/// What a save of the form will change.
public struct DifferenceDialog: Equatable, Sendable {
  /// The case, or the new one.
  public let key: DraftKey
  /// What the fields showed when the writing began.
  let before: FormTexts
  /// What the fields show now.
  let after: FormTexts
  /// The difference as lines, so that a frame need not compare texts.
  public private(set) var lines: [SheetLine] = []
  private var width: Int?
  /// The first line that is shown.
  public internal(set) var scroll = 0

  /// Shows a difference.
  ///
  /// - Parameters:
  ///   - key: the case, or the new one.
  ///   - before: what the fields showed when the writing began.
  ///   - after: what the fields show now.
  init(_ key: DraftKey, from before: FormTexts, to after: FormTexts) {
    self.key = key
    self.before = before
    self.after = after
  }

  /// Breaks the lines anew where the width is another one.
  ///
  /// - Parameter width: the columns of a line, 1 or more.
  mutating func fit(width: Int) {
    guard self.width != width else { return }
    self.width = width
    lines = DifferenceSheet.lines(from: before, to: after, width: width)
  }
}
