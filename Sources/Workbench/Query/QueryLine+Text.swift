import CaseWire

extension QueryLine {
  /// Writes a query as the line that asks for it; the usual order is left out.
  ///
  /// - Parameters:
  ///   - query: what a list shows.
  ///   - zone: the zone of days.
  /// - Returns: the line; hours of the bounds of a span are cut off.
  public static func text(of query: CaseQuery, in zone: Zone) -> String {
    let filter = query.filter
    var terms: [String] = []
    if !filter.statuses.isEmpty {
      let words = filter.statuses.map { $0.rawValue.lowercased() }
      terms.append("status:\(words.joined(separator: ","))")
    }
    for key in QueryKey.allCases {
      guard let role = key.person, let name = query.people[role] else { continue }
      terms.append("\(key.rawValue):\(quoted(name))")
    }
    if let isAssigned = filter.isAssigned { terms.append("assigned:\(isAssigned ? "yes" : "no")") }
    if let span = filter.createdAt { terms.append("created:\(text(of: span, in: zone))") }
    if let span = filter.updatedAt { terms.append("updated:\(text(of: span, in: zone))") }
    if query.order != CaseQuery.allOpen.order {
      terms.append("sort:\(QuerySort.text(query.order))")
    }
    if let name = filter.name {
      // What looks like a term must not be read as one.
      let isPlain = QueryTerm.terms(of: name).allSatisfy {
        $0.key == nil && !$0.isLeftOut && !name.contains("\"")
      }
      terms.append(isPlain ? name : "name:\(quoted(name))")
    }
    return terms.joined(separator: " ")
  }

  private static func text(of span: TimeSpan, in zone: Zone) -> String {
    let (start, end) = (DateText.day(span.start, in: zone), DateText.day(span.end, in: zone))
    return start == end ? start : "\(start)..\(end)"
  }

  private static func quoted(_ text: String) -> String {
    text.contains { $0.isWhitespace || $0 == ":" } ? "\"\(text.filter { $0 != "\"" })\"" : text
  }
}
