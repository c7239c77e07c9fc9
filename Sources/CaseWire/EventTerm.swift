/// What a condition looks at; others than those named here are passed on as they are.
public struct EventTerm: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a term from a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// When the event was.
  public static let timestamp = EventTerm(rawValue: "@timestamp")
  /// The identifier.
  public static let id = EventTerm(rawValue: "event.id")
  /// What was done.
  public static let action = EventTerm(rawValue: "event.action")
  /// What saw it.
  public static let observer = EventTerm(rawValue: "event.observer")
  /// The address of who did it.
  public static let userEmail = EventTerm(rawValue: "user.email")
  /// The identifier of who did it.
  public static let userID = EventTerm(rawValue: "user.id")
  /// The name of the file.
  public static let fileName = EventTerm(rawValue: "file.name")
  /// The folder of the file.
  public static let fileDirectory = EventTerm(rawValue: "file.directory")
  /// The MD5 of the file.
  public static let fileMD5 = EventTerm(rawValue: "file.hash.md5")
  /// The SHA-256 of the file.
  public static let fileSHA256 = EventTerm(rawValue: "file.hash.sha256")
  /// The kind of the file.
  public static let fileCategory = EventTerm(rawValue: "file.category")
  /// The kind of the place where it went.
  public static let destinationCategory = EventTerm(rawValue: "destination.category")
  /// The sum of the weights of the risk indicators.
  public static let riskScore = EventTerm(rawValue: "risk.score")
  /// The server's judgement of the score.
  public static let riskSeverity = EventTerm(rawValue: "risk.severity")
}
