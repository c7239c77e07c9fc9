/// What is told about copying.
extension Wording {
  static let tooLongToCopy = "Too long for the clipboard of a terminal; save it as a file"
  static func copied(_ text: String) -> String {
    let words =
      text.count <= 60 && !text.contains(where: \.isNewline)
      ? "“\(text)”" : counted(text.count, "character")
    return "Given to the terminal to copy: \(words)"
  }
}
