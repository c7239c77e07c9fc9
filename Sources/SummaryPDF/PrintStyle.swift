/// How a line is printed.
enum PrintStyle {
  case title, section, heading, body, code, label, note, footer

  /// The font as pango reads it.
  var font: String {
    switch self {
    case .title: "Sans Bold 17"
    case .section: "Sans Bold 12"
    case .heading: "Sans Bold 10"
    case .body: "Sans 10"
    case .code: "Monospace 9"
    case .label: "Sans Bold 9"
    case .note: "Sans Italic 9"
    case .footer: "Sans 8"
    }
  }
}
