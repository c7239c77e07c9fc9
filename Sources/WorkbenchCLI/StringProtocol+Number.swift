extension StringProtocol {
  /// Whether the text is one or more of the digits 0 to 9 and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
