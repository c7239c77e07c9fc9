import CaseWire

/// The parameters of a query or of a form's body, decoded, in their order.
struct QueryParameters {
  private let pairs: [(name: String, value: String)]

  /// Reads parameters by the rules of forms.
  ///
  /// - Parameter text: what follows the question mark; nil reads as none.
  /// - Throws: `Refusal` when a part cannot be decoded.
  init(_ text: String?) throws(Refusal) {
    var pairs: [(String, String)] = []
    for part in (text ?? "").split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decodeForm(sides[0]),
        let value = PercentEncoding.decodeForm(sides.count > 1 ? sides[1] : "")
      else {
        throw Refusal(400, .invalidRequest, "a parameter is not percent-encoded UTF-8")
      }
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  /// All values of a parameter.
  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// The first value of a parameter that is not blank; blank is as good as absent.
  func first(_ name: String) -> String? {
    pairs.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The page that is asked for.
  ///
  /// - Parameters:
  ///   - number: the parameter with the number of the page.
  ///   - size: the parameter with the number of rows.
  ///   - defaultSize: the number of rows where the query does not say.
  ///   - most: the most rows that a page may have.
  /// - Returns: number and size, both from 1.
  /// - Throws: `Refusal` with `INVALID_PAGE_NUMBER` or `INVALID_PAGE_SIZE`.
  func page(
    _ number: String, _ size: String, defaultSize: Int, atMost most: Int = 2_147_483_647
  ) throws(Refusal) -> PageRequest {
    guard let pageNumber = whole(number, default: 1, atMost: Int.max) else {
      throw Refusal(400, .invalidPageNumber, "\(number) must be a whole number from 1")
    }
    guard let pageSize = whole(size, default: defaultSize, atMost: most) else {
      throw Refusal(400, .invalidPageSize, "\(size) must be a whole number from 1 to \(most)")
    }
    return PageRequest(number: pageNumber, size: pageSize)
  }

  /// A parameter that is true or false, whatever its case; nil where it is blank or absent.
  ///
  /// - Parameters:
  ///   - name: the parameter.
  ///   - word: the word by which anything else is refused.
  /// - Returns: the value.
  /// - Throws: `Refusal` with that word.
  func boolean(_ name: String, _ word: ProblemWord) throws(Refusal) -> Bool? {
    switch first(name)?.lowercased() {
    case nil: return nil
    case "true": return true
    case "false": return false
    default: throw Refusal(400, word, "\(name) must be true or false")
    }
  }

  private func whole(_ name: String, default value: Int, atMost most: Int) -> Int? {
    guard let text = all(name).first else { return value }
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let value = Int(text), value >= 1, value <= most
    else { return nil }
    return value
  }
}
