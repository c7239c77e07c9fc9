public import TerminalModel

/// What is told over the last rows of a pane, why what it shows is not as it is now.
public enum StaleRemark {
  /// The lines of the remark, over half of the pane at most.
  ///
  /// - Parameters:
  ///   - reason: why; nil where all is as it is now.
  ///   - pane: the pane with its title.
  /// - Returns: the lines from top to bottom.
  public static func lines(_ reason: String?, in pane: Rect) -> [String] {
    guard let reason else { return [] }
    let lines = Wrap.lines("✗ \(reason)", width: max(1, pane.width - 2))
    return Array(lines.prefix(max(0, pane.height / 2)))
  }
}

extension WorkbenchState {
  /// Why the case that is shown is not as it is now; nil where it is, or where none is shown.
  public var staleCase: String? {
    guard detail.loaded != nil || detail.failure == nil else { return nil }
    return detail.isGone ? Wording.isFromBefore : detail.failure.map(Wording.stale)
  }

  /// The rows of the case that are seen, without those that are written over.
  var caseHeight: Int {
    guard let pane = layout.detail else { return layout.textHeight }
    return max(1, layout.textHeight - StaleRemark.lines(staleCase, in: pane).count)
  }
}
