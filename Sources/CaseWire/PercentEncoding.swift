/// Percent-encoding of paths and queries (RFC 3986, § 2).
public enum PercentEncoding {
  /// Encodes a part of a path or query: all but letters, digits, `-`, `.`, `_` and `~`.
  ///
  /// - Parameter text: the part as it is meant.
  /// - Returns: the part as it is sent.
  public static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126:
        bytes.append(byte)
      default:
        bytes.append(37)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Decodes a part of a path.
  ///
  /// - Parameter text: the part as it was sent.
  /// - Returns: nil where a percent sign is not followed by two hexadecimal digits, or where the
  ///   result is no UTF-8.
  public static func decode(_ text: some StringProtocol) -> String? {
    decode(text, plusIsBlank: false)
  }

  /// Decodes a part of a query by the rules of forms, where a plus sign is a blank.
  ///
  /// - Parameter text: the part as it was sent.
  /// - Returns: nil where the part cannot be decoded, as in `decode(_:)`.
  public static func decodeForm(_ text: some StringProtocol) -> String? {
    decode(text, plusIsBlank: true)
  }

  private static func decode(_ text: some StringProtocol, plusIsBlank: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 37 {
        guard let high = rest.popFirst().flatMap(hexadecimal),
          let low = rest.popFirst().flatMap(hexadecimal)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsBlank && byte == 43 ? 32 : byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
