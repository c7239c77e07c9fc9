import CCurl

/// Wakes the network thread out of its waiting.
///
/// The unchecked conformance is fine because `curl_multi_wakeup` may be called from any thread, and
/// because the mailbox gives the bell back, under its lock, before the handle goes.
@safe struct CurlBell: @unchecked Sendable {
  private let library: CurlLibrary
  private let multi: UnsafeMutableRawPointer

  /// Makes a bell for a loop.
  ///
  /// - Parameters:
  ///   - library: the library of the handle.
  ///   - multi: the handle on which the network thread waits.
  init(_ library: CurlLibrary, _ multi: UnsafeMutableRawPointer) {
    self.library = library
    unsafe self.multi = multi
  }

  /// Rings; the next wait of the thread ends at once, also when it has not begun yet.
  func ring() { unsafe _ = ccurl_multi_wakeup(library.table, multi) }
}
