import CMicroHTTPD
import CaseWire
import Threads

/// The functions that libmicrohttpd calls, on its own threads.
///
/// They stand in a file of their own: closures in the file of a main function would belong to the
/// main actor and trap on another thread.
enum ListenerCallbacks {
  /// The longest body: 10,000 event identifiers or 30,000 characters, each wholly escaped.
  static let mostBytes = 2 * 1_024 * 1_024
  /// How long a request may take to come in whole, against clients that drip.
  private static let mostSeconds = 60

  /// Called with the request line; makes the exchange that the other callbacks are given.
  static let began:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
    ) -> UnsafeMutableRawPointer? = { context, target, _ in
      // The threads are the library's, so each one is made ready when it first comes by.
      ThreadSignals.prepareForFaults()
      unsafe context.map { unsafe listener($0).began() }
      let text = unsafe target.map { unsafe String(cString: $0) } ?? ""
      return unsafe Unmanaged.passRetained(Exchange(target: text)).toOpaque()
    }

  /// Called when a request is over, however it ended.
  static let completed:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
      MHD_RequestTerminationCode
    ) -> Void = { context, _, exchange, _ in
      guard let exchange = unsafe exchange, let pointer = unsafe exchange.pointee else { return }
      unsafe Unmanaged<Exchange>.fromOpaque(pointer).release()
      unsafe exchange.pointee = nil
      unsafe context.map { unsafe listener($0).ended() }
    }

  /// Called with the head, with each piece of the body, and at the end.
  static let handle:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) -> MHD_Result = { context, connection, _, method, _, piece, count, exchange in
      guard let context = unsafe context, let connection = unsafe connection,
        let method = unsafe method, let count = unsafe count,
        let pointer = unsafe exchange?.pointee
      else { return .NO }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
      if !exchange.hasBegun {
        exchange.hasBegun = true
        let head = unsafe headers(of: connection)
        if let refusal = RequestHead.refusal(head, mostBytes: mostBytes) {
          return unsafe send(refusal.response, on: connection)
        }
        return .YES
      }
      if unsafe count.pointee > 0 {
        guard exchange.age <= mostSeconds, exchange.bodyCount <= 20 * mostBytes else {
          return .NO
        }
        unsafe take(piece, count.pointee, exchange)
        unsafe count.pointee = 0
        return .YES
      }
      if exchange.bodyCount > mostBytes {
        return unsafe send(RequestHead.tooLarge(mostBytes).response, on: connection)
      }
      let word = unsafe String(cString: method)
      // The library leaves the body out of the answer to HEAD by itself.
      guard let method = HTTPMethod(rawValue: word == "HEAD" ? "GET" : word) else {
        var refusal = Refusal(405, .methodNotAllowed, "no path answers this method")
        refusal.headers["Allow"] = "GET, HEAD, POST, PUT, DELETE"
        return unsafe send(refusal.response, on: connection)
      }
      let request = exchange.request(method, unsafe headers(of: connection))
      let listener = unsafe listener(context)
      var response = listener.service.respond(to: request)
      if listener.isStopping { response.headers["Connection"] = "close" }
      return unsafe send(response, on: connection)
    }

  private static func listener(_ context: UnsafeMutableRawPointer) -> ListenerContext {
    unsafe Unmanaged<ListenerContext>.fromOpaque(context).takeUnretainedValue()
  }

  private static func take(_ piece: UnsafePointer<CChar>?, _ count: Int, _ exchange: Exchange) {
    exchange.bodyCount += count
    guard exchange.bodyCount <= mostBytes else {
      exchange.body = []
      return
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: piece, count: count)
    unsafe exchange.body.append(contentsOf: bytes)
  }

  private static func headers(of connection: OpaquePointer) -> HTTPHeaders {
    var headers: HTTPHeaders = [:]
    unsafe withUnsafeMutablePointer(to: &headers) { pointer in
      _ = unsafe MHD_get_connection_values(
        connection, .HEADER_KIND,
        { context, _, name, value in
          guard let context = unsafe context, let name = unsafe name else { return .YES }
          let text = unsafe value.map { unsafe String(cString: $0) } ?? ""
          unsafe context.assumingMemoryBound(to: HTTPHeaders.self).pointee.append(
            String(cString: name), text)
          return .YES
        }, pointer)
    }
    return headers
  }

  private static func send(
    _ response: HTTPResponse, on connection: OpaquePointer
  ) -> MHD_Result {
    let prepared = unsafe response.body.withUnsafeBytes { bytes in
      unsafe MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
        .RESPMEM_MUST_COPY)
    }
    guard let prepared = unsafe prepared else { return .NO }
    defer { unsafe MHD_destroy_response(prepared) }
    for field in response.headers.fields {
      _ = unsafe MHD_add_response_header(prepared, field.name, field.value)
    }
    return unsafe MHD_queue_response(connection, UInt32(response.status), prepared)
  }
}
