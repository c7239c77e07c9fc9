import CSodium

/// Random numbers, hashes and comparisons for credentials, by libsodium.
enum Sodium {
  /// Random bytes fit for secrets.
  static func random(_ count: Int) throws(ServerError) -> [UInt8] {
    // Safe to call again and from several threads; it does its work once.
    guard sodium_init() >= 0 else { throw .noRandomNumbers }
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// The BLAKE2b hash of a secret.
  ///
  /// A quick hash is right here: secrets and tokens are 256 random bits and cannot be guessed from
  /// a list, and programs ask for a token at each command.
  static func hash(_ secret: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(secret)
    var hash = [UInt8](repeating: 0, count: 32)
    // It fails for lengths out of range alone, and these are constants.
    _ = unsafe crypto_generichash(&hash, hash.count, input, UInt64(input.count), nil, 0)
    return hash
  }

  /// Whether two hashes are equal, in a time that does not tell where they differ.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count, !left.isEmpty else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
  }

  /// Random text of hexadecimal digits, two for each byte.
  static func randomText(bytes: Int) throws(ServerError) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = try random(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// A random user identifier of 18 or 19 digits, as the vendor's are.
  static func randomUserUID() throws(ServerError) -> String {
    let bits = try random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return String(100_000_000_000_000_000 + bits % 9_000_000_000_000_000_000)
  }
}
