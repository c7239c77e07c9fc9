import CaseWire

/// The words by which a query line names the order of a list.
enum QuerySort {
  static let words: [(word: String, key: CaseSortKey)] = [
    ("updated", .updatedAt), ("created", .createdAt), ("number", .number), ("name", .name),
    ("status", .status), ("assignee", .assigneeUsername), ("subject", .subjectUsername),
    ("archived", .archivalTime),
  ]

  /// The order that a word names; a hyphen before it lets the last come first.
  static func order(_ text: String) -> CaseOrder? {
    let isDescending = text.hasPrefix("-")
    let word = text.drop { $0 == "-" }.lowercased()
    return words.first { $0.word == word }.map { CaseOrder(by: $0.key, isDescending: isDescending) }
  }

  /// The order that was probably meant by what names none, its hyphen kept.
  static func nearest(_ text: String) -> String? {
    let word = String(text.drop { $0 == "-" })
    return Nearest.word(to: word.lowercased(), in: words.map(\.word)).map {
      (text.hasPrefix("-") ? "-" : "") + $0
    }
  }

  /// The word for an order.
  static func text(_ order: CaseOrder) -> String {
    let word = words.first { $0.key == order.key }?.word ?? order.key.rawValue
    return (order.isDescending ? "-" : "") + word
  }
}
