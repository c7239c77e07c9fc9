public import CaseWire

/// What a list shows, as one line: `status:open assignee:me updated:7d sort:-updated payroll`.
///
/// Bare words are a part of the name. A line is read as far as it is right; what is not has a
/// mistake with its place.
public struct QueryLine: Equatable, Sendable {
  /// Something that cannot be read.
  public struct Mistake: Equatable, Sendable {
    /// The characters of the line, from 0.
    public let range: Range<Int>
    /// What is wrong, and what would be right.
    public let text: String
  }

  /// What the line asks for, its people by name.
  public private(set) var query: CaseQuery
  /// What cannot be read, from left to right.
  public private(set) var mistakes: [Mistake] = []

  private let now: Timestamp
  private let zone: Zone
  private let me: String?

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: what was typed.
  ///   - now: the present moment, for days ago.
  ///   - zone: the zone of days.
  ///   - me: the user name behind `me`; nil where it is not known.
  public init(_ line: String, now: Timestamp, zone: Zone, me: String?) {
    self.now = now
    self.zone = zone
    self.me = me
    query = CaseQuery(CaseFilter(), by: CaseQuery.allOpen.order)
    var words: [String] = []
    for term in QueryTerm.terms(of: line) {
      guard let word = term.key else {
        if term.isLeftOut { fail(term.range, Wording.nothingLeftOut(term.value)) }
        words.append(term.value)
        continue
      }
      guard let key = QueryKey(rawValue: word) else {
        fail(term.range, Self.problem(with: word))
        continue
      }
      if key == .name { words.append(term.value) } else { read(key, term) }
    }
    let name = words.joined(separator: " ").trimmed
    query.filter.name = name.isEmpty ? nil : name
  }

  /// Why a word before a colon is no key, and what was probably meant.
  private static func problem(with word: String) -> String {
    let letters = String(word.drop { $0 == "-" })
    if let key = QueryKey(rawValue: letters) { return Wording.nothingLeftOut(key) }
    let known = QueryKey.allCases.map(\.rawValue)
    return Wording.unknownQueryKey(word, nearest: Nearest.word(to: letters, in: known), known)
  }

  private mutating func fail(_ range: Range<Int>, _ text: String) {
    mistakes.append(Mistake(range: range, text: text))
  }

  private mutating func read(_ key: QueryKey, _ term: QueryTerm) {
    let value = term.value
    // A key whose value is still to be typed asks for nothing yet.
    guard !value.isEmpty else { return }
    switch key {
    case .status: readStatus(value, term)
    case .assigned:
      switch value.lowercased() {
      case "yes": query.filter.isAssigned = true
      case "no": query.filter.isAssigned = false
      default: fail(term.valueRange, Wording.yesOrNo(value))
      }
    case .assignee where value.lowercased() == "none": query.filter.isAssigned = false
    case .assignee, .subject, .modifiedby:
      guard let role = key.person else { return }
      if value.lowercased() == "me" {
        guard let me else { return fail(term.valueRange, Wording.whoIsMe) }
        query.people[role] = me
      } else {
        query.people[role] = value
      }
    case .created: query.filter.createdAt = span(value, term)
    case .updated: query.filter.updatedAt = span(value, term)
    case .sort:
      guard let order = QuerySort.order(value) else {
        return fail(term.valueRange, Wording.sortWanted(value, nearest: QuerySort.nearest(value)))
      }
      query.order = order
    case .name: break
    }
  }

  private mutating func readStatus(_ value: String, _ term: QueryTerm) {
    var statuses: [CaseStatus] = []
    var start = term.valueRange.lowerBound
    for word in value.split(separator: ",", omittingEmptySubsequences: false) {
      let range = start..<start + word.count
      start = range.upperBound + 1
      guard !word.isEmpty, word.lowercased() != "all" else { continue }
      let status = CaseStatus(rawValue: word.uppercased())
      guard FilterDialog.statuses.contains(status) else {
        // In quotes the places of the words are not those of the line.
        fail(
          value.count == term.valueRange.count ? range : term.valueRange,
          Wording.statusWordWanted(String(word)))
        continue
      }
      if !statuses.contains(status) { statuses.append(status) }
    }
    query.filter.statuses = FilterDialog.statuses.filter(statuses.contains)
    if statuses.count == FilterDialog.statuses.count { query.filter.statuses = [] }
  }

  /// `7d` and `12h` mean since then; `a..b` both days included, either left out; `a` that day.
  private mutating func span(_ value: String, _ term: QueryTerm) -> TimeSpan? {
    if value.hasSuffix("h"), let hours = Int64(value.dropLast()), (0...876_000).contains(hours) {
      return TimeSpan(start: now.adding(seconds: -hours * 3_600), end: nil)
    }
    guard let dots = value.firstRange(of: "..") else {
      guard let start = DateText.instant(value, isEnd: false, now: now, in: zone) else {
        fail(term.valueRange, Wording.spanWanted(value))
        return nil
      }
      let end =
        value.hasSuffix("d") ? nil : DateText.instant(value, isEnd: true, now: now, in: zone)
      return TimeSpan(start: start, end: end)
    }
    let (first, last) = (String(value[..<dots.lowerBound]), String(value[dots.upperBound...]))
    let start = DateText.instant(first, isEnd: false, now: now, in: zone)
    let end = DateText.instant(last, isEnd: true, now: now, in: zone)
    guard start != nil || first.isEmpty, end != nil || last.isEmpty, !(first + last).isEmpty else {
      let isFirst = start == nil && !first.isEmpty
      let wrong = (first + last).isEmpty ? value : isFirst ? first : last
      fail(term.valueRange, Wording.spanWanted(wrong))
      return nil
    }
    if let start, let end, end < start {
      fail(term.valueRange, Wording.spanTurned(first, last))
      return nil
    }
    return TimeSpan(start: start, end: end)
  }
}
