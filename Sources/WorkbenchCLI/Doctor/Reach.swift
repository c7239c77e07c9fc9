import Glibc

/// Looks a host up and connects to it, without saying anything.
enum Reach {
  /// Looks a name up.
  ///
  /// - Parameter host: a name or a numeric address, IPv6 in brackets or not.
  /// - Returns: its numeric addresses, or why there are none.
  static func addresses(of host: String) -> Result<[String], SystemText> {
    unsafe withList(host, "0") { list in
      var found: [String] = []
      var next = unsafe list
      while let entry = unsafe next {
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let code = unsafe getnameinfo(
          entry.pointee.ai_addr, entry.pointee.ai_addrlen, &name, socklen_t(name.count), nil, 0,
          NI_NUMERICHOST)
        if code == 0 {
          found.append(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
        }
        unsafe next = entry.pointee.ai_next
      }
      return .success(found)
    }
  }

  /// Connects and hangs up again.
  ///
  /// - Parameters:
  ///   - host: as above.
  ///   - port: the port.
  ///   - milliseconds: how long each of its addresses may take.
  /// - Returns: nothing, or why there is no connection to any of them.
  static func connect(
    to host: String, port: Int, within milliseconds: Int32 = 5_000
  ) -> Result<Void, SystemText> {
    unsafe withList(host, String(port)) { list in
      var reason = SystemText(text: "there is no address")
      var next = unsafe list
      while let entry = unsafe next {
        let failure = unsafe failure(entry.pointee, milliseconds)
        guard let failure else { return .success(()) }
        reason = SystemText(text: failure.text)
        unsafe next = entry.pointee.ai_next
      }
      return .failure(reason)
    }
  }

  /// What the system says about a name or a connection.
  struct SystemText: Error, Equatable { let text: String }

  private static func withList<Value>(
    _ host: String, _ port: String,
    _ body: (UnsafeMutablePointer<addrinfo>?) -> Result<Value, SystemText>
  ) -> Result<Value, SystemText> {
    let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(plain, port, &hints, &list)
    guard code == 0 else {
      let words = unsafe String(cString: gai_strerror(code))
      return .failure(SystemText(text: words))
    }
    defer { unsafe freeaddrinfo(list) }
    return unsafe body(list)
  }

  private static func failure(_ entry: addrinfo, _ milliseconds: Int32) -> SystemError? {
    let kind = unsafe entry.ai_socktype | Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = unsafe socket(entry.ai_family, kind, entry.ai_protocol)
    guard descriptor >= 0 else { return .last }
    defer { close(descriptor) }
    if unsafe Glibc.connect(descriptor, entry.ai_addr, entry.ai_addrlen) == 0 { return nil }
    guard errno == EINPROGRESS else { return .last }
    var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let ready = unsafe poll(&watched, 1, milliseconds)
    guard ready > 0 else { return ready == 0 ? SystemError(ETIMEDOUT) : .last }
    var number: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
    return number == 0 ? nil : SystemError(number)
  }
}
