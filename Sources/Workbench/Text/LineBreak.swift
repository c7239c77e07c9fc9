/// How a logical line of a text ends; each one is kept as it was read.
enum LineBreak: String, Sendable {
  /// The text ends with the line.
  case none = ""
  case lineFeed = "\n"
  case carriageReturn = "\r"
  case both = "\r\n"

  /// The bytes that it takes in UTF-8.
  var byteCount: Int {
    switch self {
    case .none: 0
    case .lineFeed, .carriageReturn: 1
    case .both: 2
    }
  }
}
