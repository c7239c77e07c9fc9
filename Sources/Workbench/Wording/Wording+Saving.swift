import CasesAPI
import CaseWire

extension Wording {
  static let fieldsAreMarked = "The fields marked ✗ need to be mended"
  static let nameMissing = "A case needs a name"
  static let stillSaving = "The save before is still on its way; save again after it"
  static let nothingChanged = "Nothing was changed, so nothing was sent"

  static func tooLong(by count: Int) -> String {
    "\(counted(count, "character")) too long; shorten it, nothing was sent"
  }

  static func forbiddenCharacters(_ count: Int, _ first: Unicode.Scalar) -> String {
    let code = String(first.value, radix: 16, uppercase: true)
    let name = "U+\(String(repeating: "0", count: 4 - code.count))\(code)"
    let what = count == 1 ? "the control character \(name)" : "\(grouped(count)) control characters"
    return "Holds \(what), which servers refuse; ^G x takes \(count == 1 ? "it" : "them") out"
  }

  static func nobodyIsCalled(_ name: String) -> String {
    "No user is called “\(name)”; nothing was sent"
  }

  static func saving(_ order: SaveOrder) -> String {
    guard let number = order.draft.key.number else { return "making the new case" }
    return order.closes ? "closing #\(number)" : "saving #\(number)"
  }

  static func saved(_ saved: Case, _ order: SaveOrder, kept: Set<CaseField>) -> String {
    let done =
      order.closes ? "#\(saved.number) is closed for ever" : "Saved #\(saved.number)"
    guard !kept.isEmpty else { return done }
    let merged = kept.intersection(order.draft.changedFields)
    let alone = kept.subtracting(merged)
    let parts =
      (merged.isEmpty ? [] : ["merged with somebody else's change of \(list(merged))"])
      + (alone.isEmpty ? [] : ["somebody else's change of \(list(alone)) is kept"])
    return "\(done); \(parts.joined(separator: "; "))"
  }

  static func created(_ created: Case) -> String { "Made #\(created.number)" }

  static func notSaved(_ order: SaveOrder, _ error: CasesError) -> String {
    "\(subject(order)) was not \(verb(order)), your text is kept. \(text(error))"
  }

  static func savedOrNot(
    _ order: SaveOrder, _ error: CasesError, isInForm: Bool = false
  ) -> String {
    let look =
      order.draft.key.number == nil
      ? "look for its name in the list"
      : isInForm ? "^S looks, and saves what is not there" : "r shows what is stored"
    return "It is not known whether \(subject(order).lowercasedFirst) was \(verb(order)). "
      + "Your text is kept; \(look). \(text(error))"
  }

  static func settledMeanwhile(_ latest: Case) -> String {
    "\(settled(latest.number, latest.summary.status)); "
      + "\(who(latest)) did that meanwhile. Your text is kept as draft."
  }

  static func changedMeanwhile(_ latest: Case, _ fields: Set<CaseField>) -> String {
    "\(who(latest)) changed \(list(fields)) of #\(latest.number) meanwhile"
  }

  static func changedMeanwhile(_ numbers: [CaseNumber]) -> String {
    let shown = numbers.prefix(4).map { "#\($0)" }.joined(separator: " ")
    let more = numbers.count > 4 ? " and \(grouped(numbers.count - 4)) more" : ""
    return "Changed meanwhile: \(shown)\(more)"
  }

  static func settledBySomebody(_ latest: Case) -> String {
    "#\(latest.number) is \(latest.summary.status.rawValue.lowercased()) now; "
      + "\(who(latest)) did that meanwhile"
  }

  static func keptInstead(_ text: String) -> String {
    "\(text); nothing was sent, your text is kept as draft: e"
  }

  static func notClosed(_ text: String) -> String {
    "\(text); it was not closed. Read it again, then X"
  }

  private static func who(_ latest: Case) -> String {
    latest.summary.lastModifiedByUsername ?? "Somebody else"
  }

  private static func subject(_ order: SaveOrder) -> String {
    order.draft.key.number.map { "#\($0)" } ?? "The new case"
  }

  private static func verb(_ order: SaveOrder) -> String {
    order.draft.key == .newCase ? "made" : order.closes ? "closed" : "saved"
  }

  // Events and files
  static func savedFile(_ path: String, bytes: Int) -> String {
    "Saved \(path), \(counted(bytes, "byte"))"
  }

  static func notExported(_ order: ExportOrder, _ outcome: ExportOutcome) -> String {
    switch outcome {
    case .saved(let path, let bytes): savedFile(path, bytes: bytes)
    case .exists: "\(order.path) exists and was left alone"
    case .notFetched(let error): "Nothing was written: \(text(error))"
    case .notWritten(let reason): reason
    }
  }
}

extension String {
  /// The text as it stands within a sentence, unless it begins with a sign.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Wording {
  // Drafts on disk
  /// Why nothing can be kept on disk where there is no home.
  public static let noDraftFolder = "no folder for drafts: HOME is not set"

  static func draftNotWritten(_ error: FileError) -> String {
    "Drafts cannot be kept on disk: \(error.text)"
  }

  static func draftNotRemoved(_ error: FileError) -> String {
    "A draft that is done with is still on disk: \(error.text)"
  }

  static func draftsNotRead(_ error: FileError) -> String {
    "Drafts from before cannot be read: \(error.text)"
  }

  static func draftUnread(_ error: FileError) -> String {
    "A draft cannot be read and was left alone: \(error.text)"
  }

  static func draftTroubles(_ troubles: [String]) -> String? {
    guard let first = troubles.first else { return nil }
    let more = troubles.count - 1
    return more == 0 ? first : "\(first); so with \(counted(more, "other"))"
  }

  static func draftUnreadable(_ path: String) -> String {
    "A draft cannot be understood; it was left as \(path)"
  }
}
