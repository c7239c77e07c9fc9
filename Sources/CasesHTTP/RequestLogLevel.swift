/// How much of the requests is noted.
public enum RequestLogLevel: String, CaseIterable, Sendable {
  /// Only what failed: no answer, or a status from 400.
  case errors
  /// Every request, without what the analysts wrote: no bodies and no search texts.
  case requests
  /// Every request with its query, and the beginning of what was sent and what came.
  case bodies
}
