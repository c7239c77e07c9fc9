public import CaseWire
public import CasesAPI
public import CasesServer
import FoundationEssentials

/// A server with sample data in a folder of its own, which goes with the last reference.
public final class TestCases: Sendable {
  /// The API without a socket.
  public let service: CaseService
  /// What a client signs in with; another call makes another analyst.
  public let credentials: Credentials
  /// The analyst who owns the credentials.
  public let analyst: User

  private let folder: String

  /// Fills a server.
  ///
  /// - Parameter cases: how many cases there are at first.
  /// - Throws: `ServerError` when the folder cannot be used.
  public init(cases: Int) throws(ServerError) {
    folder = FileManager.default.temporaryDirectory.path + "/client-\(UUID().uuidString)"
    let store = try SQLiteCaseStore(folder: folder)
    let now = Timestamp(microseconds: 1_603_811_765_369_203)
    try SampleData.fill(store, cases: cases, now: now)
    service = CaseService(store: store) { now }
    let client = try service.addUser("analyst@example.com")
    credentials = .apiClient(id: client.clientId, secret: client.clientSecret)
    analyst = User(userId: client.userUid, username: client.username)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
