import Glibc

/// The hosts that are reached without a proxy, as `NO_PROXY` lists them.
struct DirectHosts {
  private let entries: [Substring]

  /// Reads a list.
  ///
  /// - Parameter text: names, addresses and ranges such as `10.0.0.0/8` with commas or blanks
  ///   between them, or `*` for all; a name stands for its subdomains too.
  init(_ text: String) {
    entries = text.lowercased().split { $0 == "," || $0.isWhitespace }
  }

  /// Whether a host is among them.
  ///
  /// - Parameter host: the host in small letters; an IPv6 address in brackets.
  /// - Returns: true where no proxy is to be used.
  func contains(_ host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    let address = Self.bytes(of: bare)
    return entries.contains { entry in
      if entry == "*" { return true }
      guard let address else { return Self.isName(bare, in: entry) }
      return Self.isAddress(address, in: entry)
    }
  }

  private static func isName(_ host: String, in entry: Substring) -> Bool {
    func plain(_ name: Substring) -> Substring { name.hasSuffix(".") ? name.dropLast() : name }
    let start = entry.hasPrefix("*.") ? entry.dropFirst(2) : entry.drop { $0 == "." }
    let (name, domain) = (plain(host[...]), plain(start))
    return !domain.isEmpty && (name == domain || name.hasSuffix(".\(domain)"))
  }

  private static func isAddress(_ address: [UInt8], in entry: Substring) -> Bool {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    let text = parts[0].drop { $0 == "[" }.prefix { $0 != "]" }
    guard parts.count <= 2, let network = bytes(of: String(text)), network.count == address.count
    else { return false }
    guard parts.count == 2 else { return network == address }
    guard let bits = Int(parts[1]), (0...8 * address.count).contains(bits) else { return false }
    return address.indices.allSatisfy { index in
      let count = min(8, max(0, bits - 8 * index))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> count)
      return address[index] & mask == network[index] & mask
    }
  }

  /// The bytes of an address, 4 or 16; nil for a name.
  private static func bytes(of text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      let isAddress = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe inet_pton(family, text, buffer.baseAddress) == 1
      }
      if isAddress { return bytes }
    }
    return nil
  }
}
