/// An instant to the microsecond, as the Cases API keeps it.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
  /// Microseconds since 1 January 1970 UTC.
  public let microseconds: Int64

  /// Makes an instant.
  ///
  /// - Parameter microseconds: microseconds since 1 January 1970 UTC.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// Whole seconds since 1 January 1970 UTC, rounded down.
  public var seconds: Int64 {
    microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
  }

  /// Orders instants by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant some seconds later, or earlier for a negative count.
  ///
  /// - Parameter seconds: how many seconds to move.
  /// - Returns: the moved instant.
  public func adding(seconds: Int64) -> Timestamp {
    Timestamp(microseconds: microseconds + seconds * 1_000_000)
  }

  /// Reads an instant from its text.
  ///
  /// - Parameter decoder: where the text stands.
  /// - Throws: `DecodingError` when it is no date and time.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let parsed = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text.prefix(40))” is no date and time")
    }
    self = parsed
  }

  /// Writes the instant with six digits and `Z`.
  ///
  /// - Parameter encoder: where the text goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Timestamp: LosslessStringConvertible {
  /// Reads ISO 8601 text: `T` or a blank, 0 to 9 digits of fraction, `Z`, an offset or nothing.
  ///
  /// Text without a zone is taken as UTC. Digits beyond the sixth are cut off.
  ///
  /// The result is nil when the text is no date and time that exists.
  ///
  /// - Parameter text: such as `2020-10-27T15:16:05.369203Z`.
  public init?(_ text: String) {
    var reader = TimestampReader(text)
    guard let value = reader.read() else { return nil }
    self.init(microseconds: value)
  }

  /// The instant in UTC with six digits of fraction and `Z`.
  public var description: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    let fraction = microseconds - seconds * 1_000_000
    let date = CivilDate(daysSinceEpoch: Int(day))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(27)
    func put(_ value: Int, _ digits: Int, then separator: Character) {
      var divisor = (1..<digits).reduce(1) { product, _ in product * 10 }
      while divisor > 0 {
        bytes.append(UInt8(48 + value / divisor % 10))
        divisor /= 10
      }
      bytes.append(separator.asciiValue ?? 63)
    }
    put(date.year, 4, then: "-")
    put(date.month, 2, then: "-")
    put(date.day, 2, then: "T")
    put(Int(second / 3_600), 2, then: ":")
    put(Int(second / 60 % 60), 2, then: ":")
    put(Int(second % 60), 2, then: ".")
    put(Int(fraction), 6, then: "Z")
    return String(decoding: bytes, as: UTF8.self)
  }
}
