/// The methods of the Cases API; the raw values are the words on the wire.
public enum HTTPMethod: String, Hashable, Codable, Sendable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
  case delete = "DELETE"
}
