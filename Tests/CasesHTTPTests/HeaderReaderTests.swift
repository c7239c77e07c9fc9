import CaseWire
import TestSupport
import Testing

@testable import CasesHTTP

@Suite struct HeaderReaderTests {
  @Test func onlyTheFieldsOfTheLastAnswerCount() {
    let lines = [
      "HTTP/1.1 100 Continue\r\n", "X: interim\r\n", "\r\n", "HTTP/1.1 200 OK\r\n",
      "Name:\t value with : colon \r\n", "Empty:\r\n", ": no name\r\n", "no colon\r\n",
      "\u{FC}: \u{FC}\r\n",
    ]
    var reader = HeaderReader()
    for line in lines { reader.take(line.utf8) }
    #expect(!reader.isComplete)
    reader.take("\r\n".utf8)
    #expect(reader.isComplete)
    #expect(reader.headers == ["Name": "value with : colon", "Empty": "", "\u{FC}": "\u{FC}"])
    #expect(reader.byteCount == lines.joined().utf8.count + 2)
  }

  /// Whatever comes, a name is never empty and nothing stops the reader.
  @Test func damagedLinesAreReadOrPassedOver() {
    let whole = Array(
      "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX: y:z \r\nRetry-After: 5\r\n\r\n".utf8)
    var random = SeededRandom(seed: 13)
    for _ in 0..<20_000 {
      var reader = HeaderReader()
      let bytes = Mutations.damaged(whole, &random)
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        reader.take(line)
      }
      #expect(reader.byteCount <= bytes.count)
      _ = reader.headers["Content-Length"]
    }
  }
}
