/// A small generator of numbers that look random and are the same on every run (SplitMix64).
struct SampleRandom {
  private var state: UInt64

  /// Begins with a seed; neighbouring seeds give unrelated numbers.
  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9_7F4A_7C15 }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, a limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// Whether something of so many in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some values; there must be one.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// So many hexadecimal digits.
  mutating func hexadecimal(_ count: Int) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count)
    var bits: UInt64 = 0
    for index in 0..<count {
      if index % 16 == 0 { bits = next() }
      text.append(digits[Int(bits & 15)])
      bits >>= 4
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text of a random UUID.
  mutating func uuid() -> String {
    let parts = [8, 4, 4, 4, 12].map { hexadecimal($0) }
    return parts.joined(separator: "-")
  }
}
