import CaseWire
import CasesAPI
import CasesHTTP
import CasesServer

/// A server inside the program, which answers as soon as it is made.
struct EmbeddedServer {
  /// The instant before which the sample cases happened, so that they are the same on every run.
  private static let sampleTime = Timestamp(microseconds: 1_793_491_200_000_000)

  private let service: CaseService
  private let listener: CasesListener
  private let host: String
  private let folder: String
  /// Whether sample cases were added.
  let isFilled: Bool

  /// Opens the store of a folder, fills it if wanted, and listens.
  ///
  /// - Parameters:
  ///   - folder: the folder of the store; made where it is missing.
  ///   - address: where to listen.
  ///   - sampleCases: how many sample cases an unused store is filled with; 0 leaves it as it is.
  ///   - failed: is told of failures of the store, which answers keep to themselves; called on the
  ///     threads of the server.
  /// - Throws: `CommandError.failed` with what the server says.
  init(
    folder: String, listen address: ListenAddress, sampleCases: Int,
    failed: @escaping @Sendable (ServerError) -> Void = { _ in }
  ) throws(CommandError) {
    host = address.host
    self.folder = folder
    do throws(ServerError) {
      let store = try SQLiteCaseStore(folder: folder)
      isFilled =
        sampleCases > 0
        ? try SampleData.fill(
          store, cases: sampleCases, now: min(WallClock.now, Self.sampleTime)) : false
      service = CaseService(store: store, clock: { WallClock.now }, failed: failed)
      listener = try CasesListener(service: service, host: host, port: Int(address.port))
    } catch {
      throw .failed(error.description)
    }
  }

  /// The address, as clients write it.
  var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(listener.port)" }

  /// What the workbench needs to work on the server; drafts lie with the store they belong to.
  ///
  /// - Parameters:
  ///   - username: as whom it works; made where there is no such user.
  ///   - label: what the status line calls the server.
  /// - Returns: the connection; its credentials end with the server.
  /// - Throws: `CommandError.failed` with what the server says.
  func connection(as username: String, label: String) throws(CommandError) -> Connection {
    do {
      let client = try service.issueClient(for: username)
      return Connection(
        address: try ServerAddress(url),
        credentials: .apiClient(id: client.clientId, secret: client.clientSecret), label: label,
        draftFolder: "\(folder)/drafts")
    } catch let error as ServerError {
      throw .failed("\(folder): \(error.description)")
    } catch {
      throw .failed("\(url) cannot be used: \(error)")
    }
  }

  /// Stops listening; requests that are being answered are answered first.
  func stop() { listener.stop() }
}
