import CCurl
import CaseWire
import CasesAPI

/// The work of the network thread: takes orders from the mailbox and carries them out, all at once.
@safe final class CurlLoop {
  private let library: CurlLibrary
  private let multi: UnsafeMutableRawPointer
  private let settings: CurlSettings
  private let mailbox: CurlMailbox
  private var transfers: [CurlTransfer] = []

  /// Loads the library.
  ///
  /// - Parameters:
  ///   - settings: what all requests have in common.
  ///   - mailbox: where orders come from.
  /// - Throws: `TransportError` of the kind `unavailable` when there is no library.
  init(_ settings: CurlSettings, _ mailbox: CurlMailbox) throws(TransportError) {
    library = try CurlLibrary(settings.libraries)
    guard let multi = unsafe ccurl_multi_init(library.table) else {
      throw TransportError(.unavailable, "libcurl has no memory")
    }
    unsafe self.multi = multi
    self.settings = settings
    self.mailbox = mailbox
    // As many at once to one server as browsers use; more wait their turn inside libcurl.
    unsafe ccurl_multi_set_long(library.table, multi, CURLMOPT_MAX_HOST_CONNECTIONS, 6)
  }

  deinit { unsafe ccurl_multi_cleanup(library.table, multi) }

  /// Works until the mailbox is asked to close.
  ///
  /// - Returns: why it ended; what is under way has been given up.
  func run() -> TransportError {
    unsafe mailbox.install(CurlBell(library, multi))
    defer { mailbox.install(nil) }
    var code = CURLM_OK
    while code == CURLM_OK {
      let mail = mailbox.collect()
      if mail.isClosing {
        abandonAll()
        return TransportError(.cancelled, "the program ends")
      }
      for order in mail.orders { start(order) }
      for id in mail.withdrawn { abandon { $0.id == id } }
      code = unsafe ccurl_multi_perform(library.table, multi)
      finishEnded()
      // The library wakes for its own time limits, the mailbox's bell for all else.
      if code == CURLM_OK { code = unsafe ccurl_multi_poll(library.table, multi, 3_600_000) }
    }
    abandonAll()
    return TransportError(.interrupted, "libcurl failed with number \(code.rawValue)")
  }

  private func start(_ order: CurlMailbox.Order) {
    do throws(TransportError) {
      let transfer = try CurlTransfer(order, settings, library)
      guard unsafe ccurl_multi_add(library.table, multi, transfer.easy) == CURLM_OK else {
        throw TransportError(.unavailable, "libcurl has no memory")
      }
      transfers.append(transfer)
    } catch {
      mailbox.finish(order.id, .failure(error))
    }
  }

  private func finishEnded() {
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while unsafe ccurl_multi_next_ended(library.table, multi, &easy, &code) {
      guard let index = transfers.firstIndex(where: { unsafe $0.easy == easy }) else { continue }
      let transfer = transfers.remove(at: index)
      let outcome = transfer.outcome(code)
      unsafe ccurl_multi_remove(library.table, multi, transfer.easy)
      mailbox.finish(transfer.id, outcome)
    }
  }

  private func abandonAll() { abandon { _ in true } }

  /// Ends transfers in the middle, which closes their connections.
  private func abandon(where isMeant: (CurlTransfer) -> Bool) {
    for transfer in transfers where isMeant(transfer) {
      unsafe ccurl_multi_remove(library.table, multi, transfer.easy)
    }
    transfers.removeAll(where: isMeant)
  }
}
