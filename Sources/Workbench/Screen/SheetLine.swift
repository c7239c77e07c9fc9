public import Markdown

/// One line of a text that is shown to be read, already broken to the width of its pane.
public struct SheetLine: Hashable, Sendable {
  /// What the line is, which decides its look.
  public enum Role: Hashable, Sendable {
    /// A heading.
    case heading
    /// Names with their values; a name begins at each of the columns.
    case fields(labelWidth: Int, labels: [Int])
    /// A line of text.
    case text
    /// A line of rendered Markdown, the same words as the text.
    case markdown([MarkdownRun])
    /// Something said about the text, not part of it.
    case remark
    /// Something to be thought about.
    case attention
    /// Something that is wrong.
    case danger
    /// A line that was there before; the words in these columns are not there any more.
    case removed([Range<Int>])
    /// A line that is there since; the words in these columns are new.
    case added([Range<Int>])
  }

  /// What the line is.
  public let role: Role
  /// The words.
  public let text: String
  /// What stands at the right edge, such as a count.
  public let trailing: String

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - role: what the line is.
  ///   - text: the words.
  ///   - trailing: what stands at the right edge.
  public init(_ role: Role, _ text: String, trailing: String = "") {
    self.role = role
    self.text = text
    self.trailing = trailing
  }
}
