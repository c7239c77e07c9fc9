import CaseWire
import CasesAPI
import Threads
import TestSupport

/// A server that knows only some events, refuses several for one of them without naming it, and
/// remembers which were asked for together.
final class PickyServer: Sendable {
  private struct Contents {
    var there: [String]
    var requests: [[String]] = []
  }

  private let contents: Locked<Contents>
  private let known: Set<String>
  private let word: ProblemWord

  /// - Parameters:
  ///   - known: the events that it knows.
  ///   - there: those that the case has.
  ///   - word: by which it refuses what holds another one.
  init(known: Set<String>, there: [String] = [], word: ProblemWord = .noSuchEvent) {
    contents = Locked(Contents(there: there))
    self.known = known
    self.word = word
  }

  /// The events of the case, one that was added twice twice.
  var there: [String] { contents.withLock { $0.there } }
  /// The events of each request that added some.
  var requests: [[String]] { contents.withLock { $0.requests } }

  /// A client that asks it.
  var client: CasesClient {
    let transport = FakeTransport { request in self.answer(request) }
    return CasesClient(over: transport, as: .token("t"))
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    let isSingle = request.body.isEmpty
    let ids =
      isSingle
      ? request.path.split(separator: "/").suffix(1).map(String.init)
      : Self.ids(request.body)
    return contents.withLock { contents in
      contents.requests.append(ids)
      guard known.isSuperset(of: ids) else { return Self.refusal(word) }
      if isSingle, !Set(ids).isDisjoint(with: contents.there) {
        return Self.refusal(.caseAlreadyHasEvent)
      }
      // Several are passed over where they are there already.
      contents.there += ids.filter { !contents.there.contains($0) }
      return HTTPResponse(status: 204)
    }
  }

  private static func refusal(_ word: ProblemWord) -> HTTPResponse {
    HTTPResponse(status: 400, body: Array("{\"problem\":\"\(word.rawValue)\"}".utf8))
  }

  private static func ids(_ body: [UInt8]) -> [String] {
    guard case .object(let fields) = try? WireJSON.decode(JSONValue.self, from: body),
      case .array(let events) = fields["events"]
    else { return [] }
    return events.compactMap { if case .string(let id) = $0 { id } else { nil } }
  }
}
