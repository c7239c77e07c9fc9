import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The keys of dialogs that change something on the server or the disk.
extension WorkbenchState {
  /// Opens all of the event under the cursor.
  mutating func openEvent() -> Orders {
    guard let event = events.current, let number = events.number else { return [] }
    open(.event(EventDialog(event, of: number)))
    return [.run(.loadEvent(event.eventId, of: number), id: .event)]
  }
}
