/// A text made harmless for the layout engine, in pieces that it lays out in a moment.
///
/// A word of 30,000 letters takes it a second, a letter with 30,000 marks three: so a piece is at
/// most 2,000 characters long and a letter keeps at most 8 marks.
struct PrintableText {
  private static let longestPiece = 2_000
  private static let mostMarks = 8

  /// The pieces, to be laid out one below the other.
  private(set) var pieces: [String] = []
  /// How many characters were left out or replaced by a mark of replacement.
  private(set) var leftOut = 0

  /// Takes one line of text.
  init(_ line: some StringProtocol) {
    var piece = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    for scalar in line.unicodeScalars {
      let isMark = Self.isMark(scalar)
      marks = isMark ? marks + 1 : 0
      if marks > Self.mostMarks {
        leftOut += 1
        continue
      }
      if count >= Self.longestPiece && !isMark {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        count = 0
      }
      if Self.isControl(scalar) {
        leftOut += 1
        piece.append("\u{FFFD}")
      } else {
        piece.append(scalar)
      }
      count += 1
    }
    pieces.append(String(piece))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
  }
}
