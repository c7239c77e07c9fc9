/// An event that a search has found, as far as a list shows it (Cases API contract, § 4).
///
/// Only the identifier is certain.
public struct FoundEvent: Hashable, Decodable, Sendable {
  /// The identifier, by which it is added to cases.
  public let eventId: EventID
  /// When it was.
  public var timestamp: Timestamp?
  /// What was done, in the server's words.
  public var action: String?
  /// The address of who did it.
  public var userEmail: String?
  /// The name of the file.
  public var fileName: String?
  /// The folder of the file.
  public var fileDirectory: String?
  /// The sum of the weights of the risk indicators.
  public var riskScore: Int?
  /// The server's judgement of the score.
  public var riskSeverity: RiskSeverity?

  private enum CodingKeys: String, CodingKey {
    case timestamp = "@timestamp"
    case event, user, file, risk
    case eventId
  }

  private struct Event: Decodable {
    let id: EventID
    let action: String?
  }

  private struct User: Decodable { let email: String? }

  private struct File: Decodable {
    let name: String?
    let directory: String?
  }

  private struct Risk: Decodable {
    let score: Int?
    let severity: RiskSeverity?
  }

  /// The shape of version 1: one level, with the names of its terms.
  private struct Version1: Decodable {
    let eventId: EventID
    let eventTimestamp: Timestamp?
    let eventType, deviceUserName, fileName, filePath: String?
    let riskScore: Int?
    let riskSeverity: RiskSeverity?

    var event: FoundEvent {
      var event = FoundEvent(eventId: eventId)
      event.timestamp = eventTimestamp
      event.action = eventType
      event.userEmail = deviceUserName
      event.fileName = fileName
      event.fileDirectory = filePath
      event.riskScore = riskScore
      event.riskSeverity = riskSeverity
      return event
    }
  }

  /// Makes an event.
  ///
  /// - Parameter eventId: the identifier.
  public init(eventId: EventID) { self.eventId = eventId }

  /// Reads an event in the shape of version 2 or of version 1; what is unknown is passed over.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let parts = try decoder.container(keyedBy: CodingKeys.self)
    guard !parts.contains(.eventId) else {
      self = try Version1(from: decoder).event
      return
    }
    let event = try parts.decode(Event.self, forKey: .event)
    let file = try parts.decodeIfPresent(File.self, forKey: .file)
    let risk = try parts.decodeIfPresent(Risk.self, forKey: .risk)
    eventId = event.id
    action = event.action
    timestamp = try parts.decodeIfPresent(Timestamp.self, forKey: .timestamp)
    userEmail = try parts.decodeIfPresent(User.self, forKey: .user)?.email
    fileName = file?.name
    fileDirectory = file?.directory
    riskScore = risk?.score
    riskSeverity = risk?.severity
  }
}
