/// What all transfers of a transport have in common.
struct CurlSettings: Sendable {
  /// The server.
  let server: ServerAddress
  /// How long and how large.
  let limits: TransportLimits
  /// Through which proxy; nil for the direct way.
  let proxy: Proxy?
  /// Who is trusted, and what the client shows.
  let trust: TransportTrust
  /// The value of the `User-Agent` field.
  let userAgent: String
  /// The files that may be libcurl, in the order in which they are tried.
  let libraries: [String]
}
