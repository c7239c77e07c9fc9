extension String {
  /// Replaces a text character by character, as simply as it can be done.
  func replacing(_ wanted: String, with new: String, isExact: Bool) -> String {
    func folded(_ text: some StringProtocol) -> [String] {
      text.map { isExact ? String($0) : $0.lowercased() }
    }
    var rest = self[...]
    var made = ""
    while let first = rest.first {
      if folded(rest.prefix(wanted.count)) == folded(wanted) {
        made += new
        rest = rest.dropFirst(wanted.count)
      } else {
        made += String(first)
        rest = rest.dropFirst()
      }
    }
    return made
  }
}
