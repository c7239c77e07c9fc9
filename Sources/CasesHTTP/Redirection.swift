import CaseWire

/// Which redirections of reads are followed: those that stay at the same server.
enum Redirection {
  /// How many are followed in a row.
  static let most = 3

  /// The request that an answer asks for instead.
  ///
  /// A redirection of anything but a read is left to the caller, since a change could silently
  /// become a read on its way. One to another scheme, host, port or base path is too, since the
  /// token is for nobody else.
  ///
  /// - Parameters:
  ///   - request: what was sent.
  ///   - response: what came.
  ///   - server: where it came from.
  /// - Returns: nil where the answer is no redirection, or none that is followed.
  static func next(
    after request: HTTPRequest, _ response: HTTPResponse, at server: ServerAddress
  ) -> HTTPRequest? {
    guard request.method == .get, [301, 302, 303, 307, 308].contains(response.status),
      let location = response.headers["Location"],
      location.utf8.allSatisfy({ (33...126).contains($0) }),
      let target = target(of: location.prefix { $0 != "#" }, at: server),
      target.hasPrefix("\(server.basePath)/")
    else { return nil }
    let parts = target.dropFirst(server.basePath.count)
      .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    // A step upwards could leave the base path.
    guard !parts[0].split(separator: "/").contains(where: { isDots($0) }) else { return nil }
    var next = request
    next.path = String(parts[0])
    next.query = parts.count == 2 ? String(parts[1]) : nil
    return next == request ? nil : next
  }

  /// Path and query of a place at the server; nil for places elsewhere.
  private static func target(of location: Substring, at server: ServerAddress) -> Substring? {
    if location.hasPrefix("/") { return location.hasPrefix("//") ? nil : location }
    guard let scheme = location.firstRange(of: "://") else { return nil }
    let rest = location[scheme.upperBound...]
    let path = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard
      let origin = try? ServerAddress(String(location[..<path]), allowsUnencrypted: true),
      origin.isSameOrigin(as: server)
    else { return nil }
    return location[path...]
  }

  private static func isDots(_ segment: Substring) -> Bool {
    [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
  }
}
