import Glibc

/// An IPv4 or IPv6 address with a port, as sockets want it.
struct SocketAddress {
  private enum Kind {
    case four(sockaddr_in)
    case six(sockaddr_in6)
  }

  private var kind: Kind

  /// Reads an address in figures, or `localhost`; nil for anything else.
  init?(_ host: String, _ port: UInt16) {
    let host = host == "localhost" ? "127.0.0.1" : host
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = port.bigEndian
    if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
      kind = .four(four)
      return
    }
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = port.bigEndian
    guard unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 else { return nil }
    kind = .six(six)
  }

  /// Gives the address to a function of the C library.
  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
    switch kind {
    case .four(let address): unsafe Self.rebound(address, body)
    case .six(let address): unsafe Self.rebound(address, body)
    }
  }

  private static func rebound<Address, Result>(
    _ address: Address, _ body: (UnsafePointer<sockaddr>) -> Result
  ) -> Result {
    unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
    }
  }
}
