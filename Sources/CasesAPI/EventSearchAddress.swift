import CaseWire

/// Where a server takes searches for file events (Cases API contract, § 4, the three rows of
/// events).
///
/// The terms of a query are those of the address: `EventTerm` where it tells version 2, else
/// `EventTerm.Version1`.
public enum EventSearchAddress: Hashable, CaseIterable, Sendable {
  /// Version 2 at the API's own address.
  case current
  /// Version 1 at the API's own address, deprecated.
  case deprecated
  /// Version 2 at the host that older clients ask.
  case oldHost
  /// Version 1 at the host that older clients ask.
  case oldHostDeprecated

  /// The path of the request.
  var path: String {
    switch self {
    case .current: "/v2/file-events"
    case .deprecated: "/v1/file-events"
    case .oldHost: "/forensic-search/queryservice/api/v2/fileevent"
    case .oldHostDeprecated: "/forensic-search/queryservice/api/v1/fileevent"
    }
  }

  /// The term that the events of a query without a sort key are sorted by.
  var identifierTerm: EventTerm {
    switch self {
    case .current, .oldHost: .id
    case .deprecated, .oldHostDeprecated: EventTerm.Version1.id
    }
  }

  /// Whether a page is asked for as older clients do: by its token alone, with escaped quotes.
  var wantsBareToken: Bool { self != .current }
}
