public import CasesAPI
public import CasesHTTP

/// What the workbench works on.
public struct Connection: Sendable {
  /// Where the server is.
  public let address: ServerAddress
  /// What proves to it who asks.
  public let credentials: Credentials
  /// What the status line calls the server, such as `demo` or the name of its host.
  public let label: String
  /// Where drafts are kept; nil for the user's own folder, under the name of the server.
  public let draftFolder: String?

  /// Who is trusted, and what the client shows besides its credentials.
  public var trust = TransportTrust()
  /// Through which proxy it is reached; nil for the one of the environment, if any.
  public var proxy: Proxy?
  /// How long requests may take, and how large answers may be.
  public var limits = TransportLimits()
  /// The user name of who works there; nil where it is not known.
  public var user: String?
  /// Whether what the last session left is passed over.
  public var isFresh = false
  /// Whether drafts vanish with the server when the program ends.
  public var losesDrafts = false
  /// How the workbench behaves.
  var settings = WorkbenchSettings()
  /// The settings file, in which views are kept; nil where there is none to be written.
  var settingsFile: String?
  /// Where every request is noted; nil for nowhere.
  public var log: RequestLog?

  /// Makes a connection.
  ///
  /// - Parameters:
  ///   - address: where the server is.
  ///   - credentials: what proves to it who asks.
  ///   - label: what the status line calls the server.
  ///   - draftFolder: where drafts are kept; nil for the user's own folder.
  public init(
    address: ServerAddress, credentials: Credentials, label: String, draftFolder: String? = nil
  ) {
    self.address = address
    self.credentials = credentials
    self.label = label
    self.draftFolder = draftFolder
  }
}
