/// A web page where an answer of the API was awaited, as proxies, firewalls and portals send.
enum WebPage {
  /// How what is said of one begins.
  static let beginning = "a web page"

  /// What is said of a page.
  ///
  /// - Parameters:
  ///   - body: the page.
  ///   - awaited: what was to come.
  /// - Returns: a phrase with its title, where it has one.
  static func reason(_ body: [UInt8], insteadOf awaited: String = "the API's answer") -> String {
    let title = title(of: body).map { ", “\($0)”," } ?? ""
    return "\(beginning)\(title) came instead of \(awaited)"
  }

  /// The words between the tags of the title, safe to print.
  private static func title(of body: [UInt8]) -> String? {
    let text = String(decoding: body.prefix(4_096), as: UTF8.self)
    guard let opening = text.firstRange(of: /<title[^>]*>/.ignoresCase()),
      let closing = text[opening.upperBound...].firstRange(of: "</")
    else { return nil }
    let words = text[opening.upperBound..<closing.lowerBound]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : PrintableText.line(words, limit: 80)
  }
}

extension CasesError {
  /// Whether a web page came, or the way to one, so that something in between has answered.
  public var isOfSomethingBetween: Bool {
    guard case .unreadable(_, let status, let reason) = self else { return false }
    return (300...399).contains(status) || reason.hasPrefix(WebPage.beginning)
  }
}
