/// What is told about templates.
extension Wording {
  static func template(_ template: Template) -> String { "template: \(template.name)" }
  static func templateUnreadable(_ path: String) -> String {
    "The template \(path) cannot be read, or is no UTF-8; the others are there"
  }
  static func unknownPlaceholders(_ names: [String]) -> String {
    let list = names.prefix(3).map { "{{\($0)}}" }.joined(separator: ", ")
    return "Nothing is known for \(list); it stands in the text as it is"
  }
  static let noEvents = "No events."
  static func moreEvents(_ count: Int) -> String { "And \(counted(count, "event")) more." }
}
