import CaseWire
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
}
