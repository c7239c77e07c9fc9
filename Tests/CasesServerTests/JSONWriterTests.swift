import CaseWire
import Testing

@testable import CasesServer

@Suite struct JSONWriterTests {
  /// What is written must read back as it was.
  @Test(
    arguments: [
      "", "plain", "say \"hi\" \\ back", "tab\tline\nreturn\r", "\u{0}\u{1F}\u{7F}", "é 日本 😀",
      "ends with \"",
    ])
  func escapesTexts(_ text: String) throws {
    var writer = JSONWriter()
    writer.text(text)
    #expect(try JSONReader.read(writer.bytes) == .string(text))
  }

  @Test(
    arguments: [
      0, 1_603_811_765_369_203, -1, 253_402_300_799_999_999, 951_782_400_000_000,
    ] as [Int64])
  func writesInstantsAsTheWireDoes(_ microseconds: Int64) {
    let time = Timestamp(microseconds: microseconds)
    var writer = JSONWriter()
    writer.timestamp(time)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(time.description)\"")
  }

  @Test func writesNumbers() {
    var writer = JSONWriter()
    for value in [0, 9, 10, -1, Int64.max] {
      writer.integer(value)
      writer.raw(" ")
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "0 9 10 -1 9223372036854775807 ")
  }
}
