extension EventTerm {
  /// The terms of searches of version 1, which is deprecated (Cases API contract, § 4, events v1).
  public enum Version1 {
    /// When the event was.
    public static let timestamp = EventTerm(rawValue: "eventTimestamp")
    /// The identifier.
    public static let id = EventTerm(rawValue: "eventId")
    /// What was done.
    public static let action = EventTerm(rawValue: "eventType")
    /// What saw it.
    public static let observer = EventTerm(rawValue: "source")
    /// The address of who did it.
    public static let userEmail = EventTerm(rawValue: "deviceUserName")
    /// The name of the file.
    public static let fileName = EventTerm(rawValue: "fileName")
    /// The folder of the file.
    public static let fileDirectory = EventTerm(rawValue: "filePath")
    /// The MD5 of the file.
    public static let fileMD5 = EventTerm(rawValue: "md5Checksum")
    /// The SHA-256 of the file.
    public static let fileSHA256 = EventTerm(rawValue: "sha256Checksum")
    /// The kind of the file.
    public static let fileCategory = EventTerm(rawValue: "fileCategory")
    /// The kind of the place where it went.
    public static let destinationCategory = EventTerm(rawValue: "destinationCategory")
    /// The sum of the weights of the risk indicators.
    public static let riskScore = EventTerm(rawValue: "riskScore")
    /// The server's judgement of the score.
    public static let riskSeverity = EventTerm(rawValue: "riskSeverity")
  }
}
