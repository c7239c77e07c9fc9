import CaseWire

/// A case with its first events, fetched before it is reached.
struct ReadyCase: Equatable, Sendable {
  let value: Case
  let events: FileEventPage
}
