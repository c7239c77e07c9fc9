import CaseWire
import TerminalModel

/// What each kind of thing looks like; colours of the terminal's own palette, one accent.
///
/// Nothing is told by colour alone: severities have letters, news has signs, the focus has a bar.
enum Theme {
  static let plain = Style.plain
  static let accent = Style(foreground: 6)
  static let focusedTitle = Style(foreground: 6, .bold)
  static let title = Style(.bold)
  static let secondary = Style(.dim)
  static let heading = Style(.bold)
  static let key = Style(foreground: 6)
  static let bar = Style(.reverse)
  static let done = Style(foreground: 2)
  static let attention = Style(foreground: 3)
  static let danger = Style(foreground: 1, .bold)
  static let input = Style(.underline)

  /// The letter and the look of a severity.
  static func severity(_ severity: RiskSeverity?) -> (letter: String, style: Style) {
    switch severity {
    case .critical: ("C", danger)
    case .high: ("H", Style(foreground: 1))
    case .moderate: ("M", attention)
    case .low: ("L", done)
    case .noRisk, nil: ("·", secondary)
    default: ("?", plain)
    }
  }
}
