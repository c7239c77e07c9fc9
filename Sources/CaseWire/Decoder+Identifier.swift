extension Decoder {
  /// Reads an identifier that may stand there as text or as a bare integer, digit for digit.
  ///
  /// - Parameter what: what the identifier is, for the error.
  /// - Returns: the text or the digits.
  /// - Throws: `DecodingError` for anything that is neither text nor a whole number of 64 bits.
  func identifier(_ what: String) throws -> String {
    let container = try singleValueContainer()
    if let text = try? container.decode(String.self) { return text }
    if let number = try? container.decode(Int64.self) { return String(number) }
    if let number = try? container.decode(UInt64.self) { return String(number) }
    throw DecodingError.typeMismatch(
      String.self,
      .init(
        codingPath: codingPath, debugDescription: "\(what) must be text or a whole number"))
  }
}
