extension KeyedDecodingContainer {
  /// The highest number of rows that is believed.
  private static var highestCount: Int { Int(Int32.max) }

  /// Reads how many rows there are in all.
  ///
  /// - Parameter key: where the number stands.
  /// - Returns: 0 or more, so that it can be reckoned with.
  /// - Throws: `DecodingError` where there is none, or none that a number of rows can be.
  func count(forKey key: Key) throws -> Int {
    let count = try decode(Int.self, forKey: key)
    guard (0...Self.highestCount).contains(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "no number of rows")
    }
    return count
  }

  /// Reads how many rows there are in all, where it stands there.
  ///
  /// - Parameter key: where the number would stand.
  /// - Returns: 0 or more; nil where there is none.
  /// - Throws: `DecodingError` where no number of rows can be what is there.
  func countIfPresent(forKey key: Key) throws -> Int? {
    guard try decodeIfPresent(Int.self, forKey: key) != nil else { return nil }
    return try count(forKey: key)
  }
}
