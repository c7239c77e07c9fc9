@_spi(_Unicode) import Swift

/// How names are compared (Cases API contract, § 8).
///
/// The standard library keeps its normal forms behind an SPI; this file is the only one to use it.
enum TextFolding {
  /// The text without white space at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Normalization Form C: equal for two texts that are canonically equivalent.
  static func composed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }

  /// The key by which texts match and sort: Form D of the simply case-folded Form D.
  ///
  /// Form D, so that a part of a name matches whether its marks are composed or not.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfd { scalars.append(simplyFolded(scalar)) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: String(scalars)._nfd)
    return String(result)
  }

  /// Simple case folding (Unicode, `CaseFolding.txt`, statuses C and S) by way of the capital.
  ///
  /// Going through the capital joins forms such as the final sigma and the long s. Mappings to
  /// several scalars are no simple foldings, and the Turkish letters without and with a dot stay.
  static func simplyFolded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
      return (65...90).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
    if scalar.value == 0x130 || scalar.value == 0x131 { return scalar }
    let capital = single(scalar.properties.uppercaseMapping) ?? scalar
    return single(capital.properties.lowercaseMapping) ?? capital
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return nil }
    return first
  }
}
