import CaseWire

/// What is told about how cases changed.
extension Wording {
  static let noCache = "Nothing is kept on this machine, so there is no history; settings say so"
  static let noLastSession = "This is the first session here, so nothing can have changed since one"
  static let lookingForChanges = "looking for what changed"
  static func remembered(_ seen: SeenCase, in zone: Zone) -> String {
    "#\(seen.value.number) as it was seen here "
      + "\(TimeText.full(seen.seenAt, in: zone)); the server could not be asked"
  }
}
