import Glibc

/// One connection of a `RawServer`, for the thread of its script.
public struct RawConnection: Sendable {
  private let descriptor: Int32
  private let record: @Sendable (String) -> Void

  init(_ descriptor: Int32, _ record: @escaping @Sendable (String) -> Void) {
    self.descriptor = descriptor
    self.record = record
  }

  /// Reads one request, with as much of a body as its head announces.
  ///
  /// - Returns: the request as it came; nil when the client has closed before it was whole.
  public func readRequest() -> String? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while !bytes.suffix(4).elementsEqual(end) {
      guard let next = readBytes(1) else { return nil }
      bytes += next
    }
    let head = String(decoding: bytes, as: UTF8.self)
    let announced = head.split(separator: "\r\n").lazy
      .compactMap { line -> Int? in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
        return Int(parts[1].drop { $0 == " " })
      }.first
    guard let body = readBytes(announced ?? 0) else { return nil }
    let request = head + String(decoding: body, as: UTF8.self)
    record(request)
    return request
  }

  /// Sends text.
  ///
  /// - Parameter text: what to send.
  /// - Returns: whether all of it could be sent.
  @discardableResult public func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Sends bytes.
  ///
  /// - Parameter bytes: what to send.
  /// - Returns: whether all of them could be sent.
  @discardableResult public func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends an answer with its length.
  ///
  /// - Parameters:
  ///   - status: the status with its word.
  ///   - headers: more header lines, each with its line end.
  ///   - body: the body.
  public func answer(_ status: String = "200 OK", headers: String = "", body: String = "") {
    write("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// Waits for the client to close.
  ///
  /// - Parameter milliseconds: how long at most.
  /// - Returns: whether it has closed; what it sends meanwhile is passed over.
  public func waitForEnd(milliseconds: Int32 = 10_000) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&entry, 1, milliseconds) > 0 {
      guard readBytes(1) != nil else { return true }
    }
    return false
  }

  /// Makes the coming close a reset: what was not read or sent is thrown away.
  public func makeCloseAReset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Carries bytes between the client and a server of this machine until one of them closes.
  ///
  /// - Parameters:
  ///   - port: the port of the server on 127.0.0.1.
  ///   - sees: is shown what the client sends.
  public func relay(to port: UInt16, sees: ([UInt8]) -> Void) {
    guard let server = Self.connected(to: port) else { return }
    defer { _ = Glibc.close(server) }
    let far = RawConnection(server) { _ in }
    var ends = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: server, events: Int16(POLLIN), revents: 0),
    ]
    while unsafe poll(&ends, 2, 10_000) > 0 {
      if ends[0].revents != 0 {
        guard let bytes = readSome(), far.write(bytes) else { return }
        sees(bytes)
      }
      if ends[1].revents != 0 {
        guard let bytes = far.readSome(), write(bytes) else { return }
      }
    }
  }

  /// Asks a server of this machine what a client has asked here.
  ///
  /// - Parameters:
  ///   - request: the request as it came.
  ///   - port: the port of the server on 127.0.0.1.
  /// - Returns: the whole answer, after which the server closes as it is asked to; nil where it is
  ///   not there.
  public static func answer(to request: String, from port: UInt16) -> [UInt8]? {
    guard let server = connected(to: port) else { return nil }
    defer { _ = Glibc.close(server) }
    let bytes = Array(request.utf8)
    let lineEnd = (bytes.firstIndex(of: 10) ?? bytes.count - 1) + 1
    let far = RawConnection(server) { _ in }
    guard far.write(bytes[..<lineEnd] + Array("Connection: close\r\n".utf8) + bytes[lineEnd...])
    else { return nil }
    var answer: [UInt8] = []
    while let more = far.readSome() { answer += more }
    return answer
  }

  private static func connected(to port: UInt16) -> Int32? {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe connect(server, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if isConnected { return server }
    _ = Glibc.close(server)
    return nil
  }

  /// What has come, if anything; nil at the end.
  private func readSome() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  func close() { _ = Glibc.close(descriptor) }

  private func readBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe recv(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, 0)
      }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }
}
