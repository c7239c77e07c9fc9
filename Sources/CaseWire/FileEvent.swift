/// A file event as the list of a case's events shows it (Cases API contract, § 1.2).
///
/// Only the identifier is certain; the guide's own sample has five of the nine fields.
public struct FileEvent: Hashable, Codable, Sendable {
  /// The identifier, opaque text.
  public let eventId: EventID
  /// When it happened.
  public var eventTimestamp: Timestamp?
  /// How the file was exposed, in the server's words.
  public var exposure: [String]
  /// The name of the file.
  public var fileName: String?
  /// Its folder, ending with a separator; nil for cloud events.
  public var filePath: String?
  /// Whether the file itself can be had, in the server's words.
  public var fileAvailability: String?
  /// Why the server thinks the event risky.
  public var riskIndicators: [RiskIndicator]
  /// The sum of the indicators' weights.
  public var riskScore: Int?
  /// The server's judgement of the score.
  public var riskSeverity: RiskSeverity?

  /// Makes a row of a list of events.
  ///
  /// - Parameters:
  ///   - eventId: the identifier.
  ///   - eventTimestamp: when it happened.
  ///   - exposure: how the file was exposed.
  ///   - fileName: the name of the file.
  ///   - filePath: its folder.
  ///   - fileAvailability: whether the file can be had.
  ///   - riskIndicators: why the event is risky.
  ///   - riskScore: the sum of the weights.
  ///   - riskSeverity: the judgement of the score.
  public init(
    eventId: EventID, eventTimestamp: Timestamp? = nil, exposure: [String] = [],
    fileName: String? = nil, filePath: String? = nil, fileAvailability: String? = nil,
    riskIndicators: [RiskIndicator] = [], riskScore: Int? = nil,
    riskSeverity: RiskSeverity? = nil
  ) {
    self.eventId = eventId
    self.eventTimestamp = eventTimestamp
    self.exposure = exposure
    self.fileName = fileName
    self.filePath = filePath
    self.fileAvailability = fileAvailability
    self.riskIndicators = riskIndicators
    self.riskScore = riskScore
    self.riskSeverity = riskSeverity
  }

  /// Reads a row; lists that are null or absent are empty.
  ///
  /// - Parameter decoder: where the row stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      eventId: try row.decode(EventID.self, forKey: .eventId),
      eventTimestamp: try row.decodeIfPresent(Timestamp.self, forKey: .eventTimestamp),
      exposure: try row.decodeIfPresent([String].self, forKey: .exposure) ?? [],
      fileName: try row.decodeIfPresent(String.self, forKey: .fileName),
      filePath: try row.decodeIfPresent(String.self, forKey: .filePath),
      fileAvailability: try row.decodeIfPresent(String.self, forKey: .fileAvailability),
      riskIndicators: try row.decodeIfPresent([RiskIndicator].self, forKey: .riskIndicators) ?? [],
      riskScore: try row.decodeIfPresent(Int.self, forKey: .riskScore),
      riskSeverity: try row.decodeIfPresent(RiskSeverity.self, forKey: .riskSeverity))
  }
}
