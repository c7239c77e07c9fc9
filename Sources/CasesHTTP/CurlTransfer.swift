import CCurl
import CaseWire
import CasesAPI

/// One request on its way; lives on the network thread alone.
@safe final class CurlTransfer {
  /// The number under which the request was ordered.
  let id: Int
  /// The handle, to be added to the loop's and taken from it before this object goes.
  let easy: UnsafeMutableRawPointer

  private let library: CurlLibrary
  private let settings: CurlSettings
  private let reason: UnsafeMutablePointer<CChar>
  private let receivers: UnsafeMutablePointer<ccurl_receivers>
  private var fields: UnsafeMutablePointer<curl_slist>?
  private var header = HeaderReader()
  private var body: [UInt8] = []
  private let sink: (any DownloadSink)?
  private var poured = 0
  private var failure: TransportError?

  /// Prepares a request.
  ///
  /// - Parameters:
  ///   - order: the request under its number.
  ///   - settings: what all requests have in common.
  ///   - library: the loaded library.
  /// - Throws: `TransportError` when the request cannot be sent as it is.
  init(
    _ order: CurlMailbox.Order, _ settings: CurlSettings, _ library: CurlLibrary
  ) throws(TransportError) {
    guard Self.isSendable(order.request) else {
      throw TransportError(.malformed, "a character in the request cannot be sent")
    }
    guard let easy = unsafe ccurl_easy_init(library.table) else {
      throw TransportError(.unavailable, "libcurl has no memory")
    }
    id = order.id
    sink = order.sink
    self.library = library
    self.settings = settings
    unsafe self.easy = easy
    unsafe reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    unsafe receivers = .allocate(capacity: 1)
    unsafe receivers.initialize(to: ccurl_receivers())
    unsafe receivers.pointee = ccurl_receivers(
      header: { bytes, size, context in
        unsafe CurlTransfer.from(context)?.takeHeader(bytes, size) == true ? size : 0
      },
      body: { bytes, size, context in
        unsafe CurlTransfer.from(context)?.takeBody(bytes, size) == true ? size : 0
      },
      context: Unmanaged.passUnretained(self).toOpaque())
    guard setUp(order.request) == CURLE_OK else {
      throw TransportError(.unavailable, "libcurl is too old")
    }
  }

  deinit {
    unsafe ccurl_easy_cleanup(library.table, easy)
    unsafe ccurl_slist_free_all(library.table, fields)
    unsafe receivers.deallocate()
    unsafe reason.deallocate()
  }

  /// How the transfer ended.
  ///
  /// - Parameter code: what the library says about it.
  /// - Returns: the answer, or why there is none.
  func outcome(_ code: CURLcode) -> CurlMailbox.Outcome {
    if let failure { return .failure(failure) }
    guard code == CURLE_OK else {
      let text = text(of: code)
      let kind = CurlFailure.kind(of: code, wasSent: wasSent, saying: text)
      return .failure(error(kind, text, CurlFault.of(code, saying: text, circumstances)))
    }
    let status = unsafe ccurl_get_long(library.table, easy, CURLINFO_RESPONSE_CODE)
    // No server says that; where nothing is encrypted the proxy's word comes as the answer.
    if status == 407, let proxy = settings.proxy {
      let fault = proxy.hasName ? TransportFault.proxyRefusesName : .proxyWantsName
      return .failure(error(.notConnected, "response 407", fault))
    }
    // libcurl takes a connection that ends in the header for the end of an answer without a body.
    guard header.isComplete, !(100...199).contains(status) else {
      return .failure(error(.interrupted, "the answer ends in its header"))
    }
    guard (200...599).contains(status) else {
      return .failure(error(.malformed, "the answer has no status that is known"))
    }
    return .success(HTTPResponse(status: status, headers: header.headers, body: body))
  }

  /// Whether any part of the request has left; what a proxy was told to open the way does not
  /// count.
  private var wasSent: Bool {
    guard unsafe ccurl_get_long(library.table, easy, CURLINFO_REQUEST_SIZE) > 0 else {
      return false
    }
    // A change always goes over a new connection, so that none was before this one.
    let isNew = unsafe ccurl_get_long(library.table, easy, CURLINFO_NUM_CONNECTS) == 1
    guard settings.server.isEncrypted, isNew else { return true }
    return unsafe ccurl_get_offset(library.table, easy, CURLINFO_APPCONNECT_TIME_T) > 0
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
  }

  private func takeHeader(_ bytes: UnsafePointer<CChar>?, _ size: Int) -> Bool {
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size)
    guard header.byteCount + size <= settings.limits.headerBytes else {
      failure = error(.tooLarge, "the answer's header is over \(settings.limits.headerBytes) bytes")
      return false
    }
    unsafe header.take(line)
    return true
  }

  private func takeBody(_ bytes: UnsafePointer<CChar>?, _ size: Int) -> Bool {
    let part = unsafe UnsafeRawBufferPointer(start: bytes, count: size)
    if let sink, unsafe ccurl_get_long(library.table, easy, CURLINFO_RESPONSE_CODE) == 200 {
      return pour(unsafe Array(part), into: sink)
    }
    guard body.count + size <= settings.limits.bodyBytes else {
      failure = error(.tooLarge, "the answer is over \(settings.limits.bodyBytes) bytes")
      body = []
      return false
    }
    unsafe body.append(contentsOf: part)
    return true
  }

  /// Hands a part of the body on, the first one with the head.
  private func pour(_ part: [UInt8], into sink: any DownloadSink) -> Bool {
    let isFirst = poured == 0
    poured += part.count
    guard poured <= settings.limits.downloadBytes else {
      failure = error(.tooLarge, "the file is over \(settings.limits.downloadBytes) bytes")
      return false
    }
    let head = HTTPResponse(status: 200, headers: header.headers)
    guard !isFirst || sink.begin(head), sink.take(part) else {
      failure = error(.notTaken, "the rest of the file was not wanted")
      return false
    }
    return true
  }

  private var circumstances: CurlFault.Circumstances {
    CurlFault.Circumstances(
      proxyStatus: unsafe ccurl_get_long(library.table, easy, CURLINFO_HTTP_CONNECTCODE),
      isProxyUntrusted: unsafe ccurl_get_long(
        library.table, easy, CURLINFO_PROXY_SSL_VERIFYRESULT) > 0,
      hasProxy: settings.proxy != nil, hasProxyName: settings.proxy?.hasName ?? false,
      hasCertificate: settings.trust.certificate != nil)
  }

  private func error(
    _ kind: TransportError.Kind, _ text: String, _ fault: TransportFault? = nil
  ) -> TransportError {
    let way = settings.proxy.map { " through the proxy \($0.name)" } ?? ""
    return TransportError(kind, "\(settings.server.authority)\(way): \(text)", fault: fault)
  }

  private func text(of code: CURLcode) -> String {
    var own = unsafe String(cString: reason)
    if let proxy = settings.proxy { own = own.replacing(proxy.url, with: proxy.name) }
    guard own.isEmpty else { return PrintableText.line(own) }
    guard let usual = unsafe ccurl_easy_strerror(library.table, code) else { return "failed" }
    return unsafe String(cString: usual)
  }

  /// Refuses what would end a line of the request and begin another.
  private static func isSendable(_ request: HTTPRequest) -> Bool {
    func isPlain(_ text: String, from lowest: UInt8) -> Bool {
      text.utf8.allSatisfy { $0 >= lowest && $0 != 127 }
    }
    return request.path.hasPrefix("/") && isPlain(request.target, from: 33)
      && request.headers.fields.allSatisfy {
        isPlain($0.name, from: 33) && !$0.name.contains(":") && isPlain($0.value, from: 32)
      }
  }
}

extension CurlTransfer {
  /// Sets all options; one that the library does not know ends the attempt, if it matters.
  private func setUp(_ request: HTTPRequest) -> CURLcode {
    let limits = settings.limits
    var numbers: [(CURLoption, Int)] = [
      // Signals belong to the terminal; time-outs come from the threaded resolver.
      (CURLOPT_NOSIGNAL, 1),
      // A look-up that hangs must not hold up its cancellation.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_PATH_AS_IS, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1), (CURLOPT_TCP_KEEPALIVE, 1),
      (CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds),
      (CURLOPT_TIMEOUT_MS, (sink == nil ? limits.total : limits.downloadTotal).milliseconds),
      (CURLOPT_LOW_SPEED_LIMIT, sink == nil ? 1 : limits.downloadRate),
      (CURLOPT_LOW_SPEED_TIME, max(1, limits.idle.milliseconds / 1_000)),
    ]
    // When a kept connection turns out to be dead, libcurl sends the request again by itself, on
    // another one. The server may have done it the first time, so changes never use a kept one.
    if request.method != .get { numbers.append((CURLOPT_FRESH_CONNECT, 1)) }
    for (option, value) in numbers {
      let code = unsafe ccurl_set_long(library.table, easy, option, value)
      guard code == CURLE_OK || Self.isOptional(option) else { return code }
    }
    var texts = [
      (CURLOPT_URL, settings.server.url(of: request.target)),
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_USERAGENT, settings.userAgent),
    ]
    // Files are never unpacked, so that none can be larger on the disk than on its way.
    if sink == nil { texts.append((CURLOPT_ACCEPT_ENCODING, "")) }
    // The library must not look into the environment, where it knows one spelling of some names.
    texts += [(CURLOPT_PROXY, settings.proxy?.url ?? ""), (CURLOPT_NOPROXY, "")]
    let trust = settings.trust
    if let file = trust.authorities {
      texts += [(CURLOPT_CAINFO, file), (CURLOPT_PROXY_CAINFO, file)]
    }
    if let file = trust.certificate {
      // Without a password the library would ask for one at the terminal.
      texts += [
        (CURLOPT_SSLCERT, file), (CURLOPT_SSLKEY, trust.key ?? file), (CURLOPT_KEYPASSWD, ""),
      ]
    }
    for (option, value) in texts {
      let code = unsafe ccurl_set_text(library.table, easy, option, value)
      guard code == CURLE_OK || Self.isOptional(option) else { return code }
    }
    let code = setBody(request)
    guard code == CURLE_OK else { return code }
    setFields(request)
    _ = unsafe ccurl_set_close_on_exec(library.table, easy)
    _ = unsafe ccurl_set_headers(library.table, easy, fields)
    _ = unsafe ccurl_set_pointer(library.table, easy, CURLOPT_ERRORBUFFER, reason)
    return unsafe ccurl_set_receivers(library.table, easy, receivers)
  }

  /// Whether older libraries may lack an option: the address names no other scheme anyway, a
  /// look-up that hangs delays others only, and a proxy that is not trusted is none.
  private static func isOptional(_ option: CURLoption) -> Bool {
    [CURLOPT_PROTOCOLS_STR, CURLOPT_QUICK_EXIT, CURLOPT_PROXY_CAINFO].contains(option)
  }

  private func setBody(_ request: HTTPRequest) -> CURLcode {
    if !request.body.isEmpty || request.method == .post || request.method == .put {
      let code = unsafe request.body.withUnsafeBytes { bytes in
        unsafe ccurl_set_body(library.table, easy, bytes.baseAddress, bytes.count)
      }
      guard code == CURLE_OK else { return code }
    }
    return unsafe ccurl_set_text(
      library.table, easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
  }

  private func setFields(_ request: HTTPRequest) {
    // Without these libcurl would name a form as the type, and wait for a leave to send the body.
    var lines = ["Expect:"]
    if request.headers["Content-Type"] == nil { lines.append("Content-Type:") }
    for field in request.headers.fields {
      lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    for line in lines {
      guard let longer = unsafe ccurl_slist_append(library.table, fields, line) else { continue }
      unsafe fields = longer
    }
  }
}
