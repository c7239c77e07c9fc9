/// One reason why the server thinks an event risky.
public struct RiskIndicator: Hashable, Codable, Sendable {
  /// What was noticed.
  public var name: String
  /// How much it adds to the event's score; nil where the server does not say.
  public var weight: Int?

  private enum CodingKeys: String, CodingKey {
    case name, weight
  }

  /// Makes an indicator.
  ///
  /// - Parameters:
  ///   - name: what was noticed.
  ///   - weight: how much it adds to the score.
  public init(name: String, weight: Int?) {
    self.name = name
    self.weight = weight
  }

  /// Reads an object, or a bare name as older servers send it.
  ///
  /// - Parameter decoder: where the indicator stands.
  /// - Throws: `DecodingError` when there is neither.
  public init(from decoder: any Decoder) throws {
    if let bare = try? decoder.singleValueContainer().decode(String.self) {
      self.init(name: bare, weight: nil)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      weight: try container.decodeIfPresent(Int.self, forKey: .weight))
  }
}
