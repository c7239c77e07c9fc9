import FoundationEssentials
import Testing

@testable import CasesServer

@Suite struct Base64Tests {
  @Test func decodesWhatFoundationEncodes() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count) }
      #expect(Base64.decode(Data(bytes).base64EncodedString()) == bytes)
    }
  }

  @Test(arguments: ["a", "ab", "abc", "abc!", "ab=c", "a===", "====", "YQ==YQ=="])
  func refuses(_ text: String) { #expect(Base64.decode(text) == nil) }
}
