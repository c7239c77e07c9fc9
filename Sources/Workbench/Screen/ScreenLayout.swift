public import TerminalModel

/// Where everything stands on a screen of a size; pure geometry, for reducers and drawing alike.
///
/// The first row of each pane is its title.
public struct ScreenLayout: Hashable, Sendable {
  /// The smallest screen on which the workbench can be used.
  public static let smallest = Size(width: 40, height: 10)
  /// From this width on the panes stand side by side.
  static let sideBySideWidth = 100
  /// From this width of the form on a preview stands beside it.
  static let previewWidth = 100
  /// From this height of the panes on two of them fit below each other.
  static let stackedHeight = 16

  /// Whether the screen is too small for anything but a message.
  public let isTooSmall: Bool
  /// The list of cases, if it is shown.
  public let cases: Rect?
  /// The case, or the form in its place, if it is shown.
  public let detail: Rect?
  /// The events of the case, if they are shown.
  public let events: Rect?
  /// The column of the line between panes side by side.
  public let divider: Rect?
  /// The rendered text beside the form, if it is shown.
  public let preview: Rect?
  /// The column of the line between the form and its preview.
  public let previewDivider: Rect?
  /// Whether a preview fits beside the form.
  public let hasRoomForPreview: Bool
  /// The row that tells what is going on.
  public let status: Rect
  /// The row that tells the keys.
  public let keys: Rect

  /// Lays a screen out.
  ///
  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - focus: the pane that has the focus.
  ///   - isZoomed: whether that pane has the screen to itself.
  ///   - hasForm: whether a form stands in place of the case and its events.
  ///   - preview: whether rendered text stands beside the form, which then takes the whole screen
  ///     if it must; nil for where the form has room as it is.
  public init(
    _ size: Size, focus: Pane, isZoomed: Bool, hasForm: Bool, preview: Bool? = nil
  ) {
    let smallest = Self.smallest
    isTooSmall = size.width < smallest.width || size.height < smallest.height
    let screen = Rect(size)
    status = Rect(row: size.height - 2, column: 0, width: size.width, height: 1)
    keys = Rect(row: size.height - 1, column: 0, width: size.width, height: 1)
    let panes = screen.inset(bottom: 2)
    let listWidth = min(90, max(48, size.width * 46 / 100))
    let formWidth = preview == true ? Self.previewWidth : 0
    let isFormAlone =
      hasForm && (size.width < Self.sideBySideWidth || size.width - listWidth - 1 < formWidth)
    /// The case, or the form and its preview together.
    let whole: Rect?
    if isZoomed || isFormAlone {
      divider = nil
      cases = focus == .cases && !hasForm ? panes : nil
      whole = focus == .detail || hasForm ? panes : nil
      events = focus == .events && !hasForm ? panes : nil
    } else if size.width >= Self.sideBySideWidth {
      cases = Rect(row: 0, column: 0, width: listWidth, height: panes.height)
      divider = Rect(row: 0, column: listWidth, width: 1, height: panes.height)
      let right = panes.inset(left: listWidth + 1)
      let eventHeight = hasForm ? 0 : max(4, min(16, panes.height / 3))
      whole = right.inset(bottom: eventHeight)
      events = hasForm ? nil : right.inset(top: panes.height - eventHeight)
    } else {
      divider = nil
      let isStacked = panes.height >= Self.stackedHeight
      let lower = max(6, panes.height * 2 / 5)
      switch focus {
      case .cases:
        cases = isStacked ? panes.inset(bottom: lower) : panes
        whole = isStacked ? panes.inset(top: panes.height - lower) : nil
        events = nil
      case .detail, .events:
        cases = nil
        whole =
          isStacked ? panes.inset(bottom: lower) : focus == .detail ? panes : nil
        events =
          isStacked ? panes.inset(top: panes.height - lower) : focus == .events ? panes : nil
      }
    }
    hasRoomForPreview = hasForm && size.width >= Self.previewWidth
    if hasForm, preview != false, let whole, whole.width >= Self.previewWidth {
      let left = whole.width / 2
      detail = whole.inset(right: whole.width - left)
      previewDivider = whole.inset(left: left, right: whole.width - left - 1)
      self.preview = whole.inset(left: left + 1)
    } else {
      detail = whole
      previewDivider = nil
      self.preview = nil
    }
  }

  /// Rows of cases that the list shows: the pane without its title and headings.
  public var listHeight: Int { max(1, (cases?.height ?? 3) - 2) }
  /// Columns of the case's text: one is left free on each side.
  public var textWidth: Int { max(1, (detail?.width ?? 3) - 2) }
  /// Rows of the case's text: the pane without its title.
  public var textHeight: Int { max(1, (detail?.height ?? 2) - 1) }
  /// Rows of events: the pane without its title.
  public var eventHeight: Int { max(1, (events?.height ?? 2) - 1) }
}
