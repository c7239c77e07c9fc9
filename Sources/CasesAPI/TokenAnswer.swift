/// The answer to a request for a token (Cases API contract, § 3).
struct TokenAnswer: Decodable {
  /// The token.
  let token: String
  /// How long it is good, in seconds; nil where the server does not say.
  let lifetime: Int?

  private enum CodingKeys: String, CodingKey {
    case token = "access_token"
    case lifetime = "expires_in"
  }
}
