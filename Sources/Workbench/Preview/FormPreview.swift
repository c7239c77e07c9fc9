import CasesAPI

/// What the form shows of its Markdown while it is written.
public struct FormPreview: Equatable, Sendable {
  /// Whether it was switched on or off beside the text; nil until then: it is on where there is
  /// room.
  public var isWanted: Bool?
  /// Whether it stands in place of the form, where there is no room for both.
  public var isInstead = false
  /// What was rendered last.
  public internal(set) var shown: RenderedText?
  /// The first row that is shown.
  public internal(set) var top = 0
  /// Whether it follows the cursor, and was not scrolled away from it.
  var isFollowing = true
  /// How many orders to render were given.
  var version = 0
  /// What is being rendered.
  var awaited: Source?
  /// What `shown` was rendered from.
  var source: Source?

  /// Which text is rendered for which width.
  struct Source: Equatable, Sendable {
    /// What the form is for.
    let key: DraftKey
    /// The field that holds the text.
    let field: CaseField
    /// The state of the text, and its length in bytes, since a new form counts its states anew.
    let revision: Int
    let byteCount: Int
    /// The columns of a line.
    let width: Int

    /// Whether both are states of one text for one width.
    func isAkin(to other: Source) -> Bool {
      key == other.key && field == other.field && width == other.width
    }
  }
}
