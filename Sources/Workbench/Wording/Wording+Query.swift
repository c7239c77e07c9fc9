public import CaseWire

/// What is told about query lines.
extension Wording {
  /// The most days that are counted back from today; what is further back is told by its date.
  private static let mostDaysTold = 99

  /// A span of time as it is now, behind a word such as “changed”.
  ///
  /// - Parameters:
  ///   - span: the span, its bounds included.
  ///   - now: the present moment.
  ///   - zone: the zone of days.
  /// - Returns: such as `in the last 7 days`, `since 25 Oct 09:02` or `on 2026-10-26`.
  public static func span(_ span: TimeSpan, now: Timestamp, in zone: Zone) -> String {
    func day(_ instant: Timestamp) -> CivilDate { zone.clock(at: instant).day }
    guard let start = span.start else {
      return span.end.map { "until \(DateText.day($0, in: zone))" } ?? "at any time"
    }
    let first = day(start)
    if let end = span.end {
      let (from, until) = (DateText.day(start, in: zone), DateText.day(end, in: zone))
      return from == until ? "on \(from)" : "\(from) to \(until)"
    }
    guard zone.start(of: first) == start else {
      return "since \(TimeText.short(start, in: zone).trimmed)"
    }
    let days = day(now).daysSinceEpoch - first.daysSinceEpoch
    switch days {
    case 0: return "today"
    case 1: return "since yesterday"
    case 2...mostDaysTold: return "in the last \(days) days"
    default: return "since \(DateText.day(start, in: zone))"
    }
  }

  static func unknownQueryKey(_ word: String, nearest: String?, _ known: [String]) -> String {
    let meant =
      nearest.map { "did you mean \($0)?" } ?? "there are \(known.joined(separator: ", "))."
    return "“\(word):” is no key; \(meant) A name that has a colon goes in quotes"
  }
  /// What can be asked for instead of all but something.
  static func nothingLeftOut(_ key: QueryKey) -> String {
    let instead =
      switch key {
      case .status: "what shall be shown, such as status:open,archived"
      case .assignee, .assigned: "assigned:no, or for one person, such as assignee:me"
      case .subject, .modifiedby: "one person, such as \(key.rawValue):me"
      case .created, .updated: "the days before, such as \(key.rawValue):..2026-10-26"
      case .sort: "the other order behind the colon, such as sort:-updated"
      case .name: "words that the name has"
      }
    return "A hyphen leaves nothing out here; ask for \(instead)"
  }
  /// That a word leaves nothing out, and how a name with a hyphen before it is looked for.
  static func nothingLeftOut(_ word: String) -> String {
    "A hyphen leaves nothing out here; for a name with “\(word)” in it, put it in quotes: "
      + "\"\(word)\""
  }
  static func yesOrNo(_ value: String) -> String {
    let nearest = Nearest.word(to: value.lowercased(), in: ["yes", "no"])
    return "“\(value)” is neither yes nor no" + (nearest.map { "; did you mean \($0)?" } ?? "")
  }
  /// That nobody knows who works here, and how to tell it.
  public static let whoIsMe =
    "Who “me” is is not known; set user in the profile, or CASEWORKBENCH_USER"
  static func statusWordWanted(_ value: String) -> String {
    if let nearest = Nearest.word(to: value.lowercased(), in: QueryKey.status.values) {
      return "“\(value)” is no status; did you mean \(nearest)?"
    }
    return "“\(value)” is no status; there are open, closed, archived and all, "
      + "with commas for several"
  }
  static func sortWanted(_ value: String, nearest: String?) -> String {
    if let nearest { return "“\(value)” is no order; did you mean \(nearest)?" }
    let words = QuerySort.words.map(\.word).joined(separator: ", ")
    return "“\(value)” is no order; there are \(words); a hyphen first lets the last come first"
  }
  static func spanWanted(_ value: String) -> String {
    "“\(value)” is no time; type a day such as 2026-10-26, a span such as "
      + "2026-10-01..2026-10-31, or 7d, 12h"
  }
  static func spanTurned(_ first: String, _ last: String) -> String {
    "The span ends before it begins; did you mean \(last)..\(first)?"
  }
  /// A mistake of a line, with how many more of them are marked.
  ///
  /// - Parameters:
  ///   - text: what is wrong.
  ///   - more: how many other mistakes there are.
  /// - Returns: the text, the count in front of it, since it is the end that may be cut.
  public static func mistake(_ text: String, more: Int) -> String {
    more > 0 ? "(1 of \(more + 1) mistakes) \(text)" : text
  }
  static func severalPeople(_ name: String, _ people: [String]) -> String {
    "“\(name)” begins several names: \(people.prefix(3).joined(separator: ", "))"
      + (people.count > 3 ? ", …" : "")
  }
  static let mendLine = "The list is as before; mend what is marked, or Esc"
}
