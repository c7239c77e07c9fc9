/// One line of what is looked at before something that can never be taken back.
public struct Check: Hashable, Sendable {
  /// How it stands.
  public enum Verdict: Hashable, Sendable {
    /// As it should be.
    case good
    /// To be thought about.
    case doubtful
    /// It must be mended first.
    case forbidden
  }

  /// How it stands.
  public let verdict: Verdict
  /// What was looked at, and what was seen.
  public let text: String

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - verdict: how it stands.
  ///   - text: what was looked at, and what was seen.
  init(_ verdict: Verdict, _ text: String) {
    self.verdict = verdict
    self.text = text
  }
}
