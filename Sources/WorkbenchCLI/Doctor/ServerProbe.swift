import CaseWire
import CasesAPI
import CasesHTTP
import Workbench

/// Asks a server what a workbench would ask it first.
struct ServerProbe: Sendable {
  /// Where the server is.
  let address: ServerAddress
  /// What proves to it who asks.
  let credentials: Credentials
  /// Who is trusted, and what is shown.
  var trust = TransportTrust()
  /// Through which proxy.
  var proxy: Proxy?
  /// How long requests may take.
  var limits = TransportLimits()

  /// Whether the server answers at all, through TLS where its address says so.
  ///
  /// - Returns: the status of the answer, or why there was none.
  func answer() async -> Result<Int, TransportError> {
    let transport = transport()
    defer { transport.stop() }
    do throws(TransportError) {
      let request = HTTPRequest(.get, "/v1/cases", query: "pgNum=1&pgSize=1")
      return .success(try await transport.send(request).status)
    } catch {
      return .failure(error)
    }
  }

  /// Whether the credentials get a token, and the token a list of one case.
  ///
  /// - Returns: how many cases there are, or what was refused.
  func list() async -> Result<Int, CasesError> {
    let transport = transport()
    defer { transport.stop() }
    do throws(CasesError) {
      let page = try await CasesClient(over: transport, as: credentials)
        .cases(
          CaseFilter(), order: CaseOrder(by: .number), page: PageRequest(number: 1, size: 1))
      return .success(page.totalCount)
    } catch {
      return .failure(error)
    }
  }

  private func transport() -> CurlTransport {
    CurlTransport(
      to: address, version: Version.number, through: proxy, trusting: trust, limits: limits)
  }
}
