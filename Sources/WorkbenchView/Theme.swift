import CaseWire
import Markdown
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
  static let selection = Style(.reverse)
  static let hit = Style(foreground: 3, .underline)
  static let removed = Style(foreground: 1)
  static let removedWord = Style(foreground: 1, [.bold, .underline])
  static let addedWord = Style(foreground: 2, [.bold, .underline])
  static let input = Style(.underline)

  /// The look of a run of rendered Markdown; what colour tells is told by words or marks as well.
  static func markdown(_ look: MarkdownLook) -> Style {
    var style = Style.plain
    if look.contains(.code) { style.foreground = 3 }
    if look.contains(.link) { style.attributes.insert(.underline) }
    if look.contains(.target) { style.foreground = 6 }
    if look.contains(.heading) || look.contains(.strong) { style.attributes.insert(.bold) }
    if look.contains(.title) { style.attributes.insert(.underline) }
    if look.contains(.emphasis) { style.attributes.insert(.italic) }
    if look.contains(.mark) || look.contains(.struck) || look.contains(.asWritten) {
      style.attributes.insert(.dim)
    }
    return style
  }

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
