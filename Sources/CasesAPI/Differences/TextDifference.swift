/// What one text has and the other lacks, as runs whose texts joined give both, byte for byte.
///
/// The time is bounded for any two texts: optimised, two texts of 30,000 characters take some tens
/// of milliseconds when they have nothing in common, and half a second when they are as tangled as
/// can be. Where texts differ very much, the difference may be larger than the smallest one, never
/// wrong.
public struct TextDifference: Hashable, Codable, Sendable {
  /// The runs in the order of the texts; what was removed comes before what was added in its place.
  public let runs: [DifferenceRun]

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - old: the older text.
  ///   - new: the newer text.
  ///   - unit: how fine they are compared.
  public init(from old: String, to new: String, by unit: DifferenceUnit = .word) {
    guard unit == .word else {
      runs = Self.joined(Self.compare(old, new, by: unit))
      return
    }
    var runs: [DifferenceRun] = []
    var removed = ""
    for run in Self.compare(old, new, by: .line) + [DifferenceRun(.kept, "")] {
      switch run.kind {
      case .removed:
        removed += run.text
      case .added:
        runs += Self.readable(Self.compare(removed, run.text, by: .word))
        removed = ""
      case .kept:
        if !removed.isEmpty { runs.append(DifferenceRun(.removed, removed)) }
        removed = ""
        runs.append(run)
      }
    }
    self.runs = Self.joined(runs)
  }

  /// Whether the texts are the same, byte for byte.
  public var isEmpty: Bool { runs.allSatisfy { $0.kind == .kept } }

  /// The older text.
  public var old: String { runs.filter { $0.kind != .added }.map(\.text).joined() }

  /// The newer text.
  public var new: String { runs.filter { $0.kind != .removed }.map(\.text).joined() }

  private static func compare(
    _ old: String, _ new: String, by unit: DifferenceUnit
  ) -> [DifferenceRun] {
    let olds = TextPieces.pieces(of: old, by: unit)
    let news = TextPieces.pieces(of: new, by: unit)
    var numbers = PieceNumbers()
    let oldNumbers = numbers(olds)
    let difference = SequenceDifference(from: oldNumbers, to: numbers(news))
    var runs: [DifferenceRun] = []
    var done = 0
    for change in difference.changes {
      runs.append(DifferenceRun(.kept, olds[done..<change.old.lowerBound].joined()))
      runs.append(DifferenceRun(.removed, olds[change.old].joined()))
      runs.append(DifferenceRun(.added, news[change.new].joined()))
      done = change.old.upperBound
    }
    runs.append(DifferenceRun(.kept, olds[done...].joined()))
    return runs.filter { !$0.text.isEmpty }
  }

  /// Counts blanks between two replaced words as replaced too: a phrase that was replaced reads as
  /// a phrase, not as word by word.
  private static func readable(_ runs: [DifferenceRun]) -> [DifferenceRun] {
    runs.enumerated().flatMap { index, run in
      guard run.kind == .kept, index > 0, index + 1 < runs.count,
        run.text.allSatisfy({ $0.isWhitespace && !$0.isNewline })
      else { return [run] }
      return [DifferenceRun(.removed, run.text), DifferenceRun(.added, run.text)]
    }
  }

  /// Joins runs of a kind between two kept ones, and puts what was removed first.
  private static func joined(_ runs: [DifferenceRun]) -> [DifferenceRun] {
    var joined: [DifferenceRun] = []
    var texts: [DifferenceRun.Kind: String] = [:]
    func close(_ kinds: DifferenceRun.Kind...) {
      for kind in kinds {
        if let text = texts.removeValue(forKey: kind), !text.isEmpty {
          joined.append(DifferenceRun(kind, text))
        }
      }
    }
    for run in runs where !run.text.isEmpty {
      if run.kind == .kept { close(.removed, .added) } else { close(.kept) }
      texts[run.kind, default: ""] += run.text
    }
    close(.kept, .removed, .added)
    return joined
  }
}
