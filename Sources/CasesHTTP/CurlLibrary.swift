import CCurl
import CasesAPI

/// A loaded libcurl; closed with the last reference.
@safe final class CurlLibrary {
  /// The table of its functions, to be handed to the functions of `CCurl`.
  let table: OpaquePointer

  /// Loads the first library that is there.
  ///
  /// - Parameter names: file names to try in turn.
  /// - Throws: `TransportError` of the kind `unavailable` when there is none.
  init(_ names: [String]) throws(TransportError) {
    var reason = [CChar](repeating: 0, count: 512)
    for name in names {
      guard let table = unsafe ccurl_open(name, &reason, reason.count) else { continue }
      unsafe self.table = table
      return
    }
    let bytes = reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    throw TransportError(
      .unavailable, "libcurl cannot be loaded: \(PrintableText.beginning(of: bytes, limit: 200))")
  }

  deinit { unsafe ccurl_close(table) }
}
