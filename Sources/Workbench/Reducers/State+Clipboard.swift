import CaseWire
import StateStore

/// Copying to the clipboard of the terminal.
extension WorkbenchState {
  /// What terminals take at least, in bytes; xterm takes 100,000 characters of base64.
  private static let mostBytes = 74_000

  /// Copies what the cursor is on: the number and name of a case, or the identifier of an event.
  mutating func copyHere() -> Orders {
    if focus == .events {
      guard let event = events.current else {
        notice = Notice(.info, Wording.noEvent)
        return []
      }
      copy(event.eventId.rawValue)
      return []
    }
    guard let number = focus == .cases ? list.selected : detail.number else { return [] }
    let name = (focus == .cases ? list.current : detail.known)?.name
    copy("#\(number)" + (name.map { " \($0)" } ?? ""))
    return []
  }

  /// Copies a text, unless it is longer than terminals take.
  mutating func copy(_ text: String) {
    guard text.utf8.count <= Self.mostBytes else {
      notice = Notice(.attention, Wording.tooLongToCopy)
      return
    }
    clipping = text
    notice = Notice(.done, Wording.copied(text))
  }
}
