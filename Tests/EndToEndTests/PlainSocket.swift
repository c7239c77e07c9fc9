import Glibc

/// A connection to a server on this machine that carries one request after the other.
final class PlainSocket {
  private let descriptor: Int32

  /// Connects; nil where nobody listens.
  init?(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let number = descriptor
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(number, $0, size) == 0
      }
    }
    guard number >= 0, isConnected else {
      close(number)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Sends a request and reads its whole answer, which must tell its length.
  func exchange(_ request: [UInt8]) -> [UInt8]? {
    let sent = unsafe request.withUnsafeBytes {
      unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    guard sent == request.count else { return nil }
    var answer: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    var wanted: Int?
    while wanted.map({ answer.count < $0 }) ?? true {
      let count = unsafe recv(descriptor, &part, part.count, 0)
      guard count > 0 else { return nil }
      answer += part[..<count]
      if wanted == nil { wanted = Self.length(of: answer) }
    }
    return answer
  }

  /// The length of an answer whose head is whole; nil while it is not.
  private static func length(of answer: [UInt8]) -> Int? {
    guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
    let length = head.split(separator: "\r\n").compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].drop { $0 == " " })
    }.first
    return end.upperBound + (length ?? 0)
  }
}
