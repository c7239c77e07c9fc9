import CaseWire
import CasesAPI
import Threads
import TestSupport
import Testing

/// Trial T025: all cases of a list that others change meanwhile.
@Suite struct CaseSequenceTests {
  private static func client(
    _ numbers: Locked<[Int64]>, beyond: Int = 200,
    change: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> (CasesClient, FakeTransport) {
    let asked = Locked(0)
    let transport = FakeTransport { request in
      let query = request.query ?? ""
      func value(_ name: String) -> Int {
        query.split(separator: "&").first { $0.hasPrefix("\(name)=") }
          .flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
      }
      let all = numbers.withLock { $0 }
      let ordered = query.contains("srtDir=desc") ? all.sorted(by: >) : all.sorted()
      let rows = ordered.dropFirst((value("pgNum") - 1) * value("pgSize")).prefix(value("pgSize"))
      change(
        asked.withLock { asked in
          asked += 1
          return asked
        })
      if rows.isEmpty, value("pgNum") > 1, beyond != 200 { return HTTPResponse(status: beyond) }
      let page = CasePage(
        cases: rows.map {
          CaseSummary(number: CaseNumber($0), name: "", createdAt: .start, updatedAt: .start)
        }, totalCount: all.count)
      return HTTPResponse(status: 200, body: (try? WireJSON.encode(page)) ?? [])
    }
    return (CasesClient(over: transport, as: .token("t")), transport)
  }

  private func all(
    _ client: CasesClient, isDescending: Bool = false, pageSize: Int = 100
  ) async throws(CasesError) -> [Int64] {
    var found: [Int64] = []
    let sequence = CaseSequence(
      client, CaseFilter(), isDescending: isDescending, pageSize: pageSize)
    for try await summary in sequence { found.append(summary.number.rawValue) }
    return found
  }

  @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 101, 200, 201, 1_000], [200, 404])
  func t025ListsOfEveryLengthComeWhole(count: Int, beyond: Int) async throws {
    let numbers = (0..<Int64(count)).map { 3 * $0 + 1 }
    for isDescending in [false, true] {
      let (client, transport) = Self.client(Locked(numbers), beyond: beyond)
      let found = try await all(client, isDescending: isDescending)
      #expect(found == (isDescending ? numbers.reversed() : numbers))
      #expect(transport.requests.count <= count / 90 + 1)
    }
  }

  @Test func t025ACaseMadeBetweenTwoPagesRepeatsNone() async throws {
    let numbers = Locked(Array(Int64(1)...200))
    let (client, _) = Self.client(numbers) { asked in
      if asked == 1 { numbers.withLock { $0.append(201) } }
    }
    let found = try await all(client, isDescending: true)
    #expect(found == (1...200).reversed())
  }

  @Test func t025CasesThatLeaveBetweenTwoPagesHideNone() async throws {
    let numbers = Locked(Array(Int64(1)...300))
    let (client, _) = Self.client(numbers) { asked in
      if asked == 1 { numbers.withLock { $0.removeAll { $0 <= 150 } } }
    }
    let found = try await all(client)
    #expect(found == Array(1...100) + Array(151...300))
  }

  @Test func aPageThatFailsIsAskedForAgain() async throws {
    let fails = Locked(true)
    let (_, transport) = Self.client(Locked(Array(1...30)))
    let flaky = FakeTransport { (request) async throws(TransportError) in
      let isFailing = fails.withLock { fails in
        defer { fails = !fails }
        return fails
      }
      guard !isFailing else { throw TransportError(.timedOut, "told to fail") }
      return try await transport.send(request)
    }
    var iterator = CaseSequence(
      CasesClient(over: flaky, as: .token("t")), CaseFilter(), pageSize: 10
    ).makeAsyncIterator()
    var found: [Int64] = []
    var failures = 0
    while true {
      do throws(CasesError) {
        guard let next = try await iterator.next() else { break }
        found.append(next.number.rawValue)
      } catch {
        failures += 1
      }
    }
    #expect(found == Array(1...30) && failures > 2)
  }

  /// 300 lists from fixed seeds; between any two pages cases are made and leave the list.
  @Test func whoeverStaysComesOnceWhateverOthersDo() async throws {
    for seed in 0..<300 {
      var random = SeededRandom(seed: UInt64(seed))
      let first = Int64.random(in: 0...120, using: &random)
      let numbers = Locked(Array(0..<first))
      let gone = Locked(Set<Int64>())
      let shared = Locked(random)
      let (client, _) = Self.client(numbers) { asked in
        guard asked < 50 else { return }
        shared.withLock { random in
          numbers.withLock { numbers in
            for _ in 0..<Int.random(in: 0...12, using: &random) where !numbers.isEmpty {
              let index = Int.random(in: 0..<numbers.count, using: &random)
              let number = numbers.remove(at: index)
              gone.withLock { _ = $0.insert(number) }
            }
            for _ in 0..<Int.random(in: 0...8, using: &random) {
              numbers.append((numbers.max() ?? first) + 1)
            }
          }
        }
      }
      let isDescending = Bool.random(using: &random)
      let found = try await all(client, isDescending: isDescending, pageSize: 10)
      let stayed = (0..<first).filter { number in !gone.withLock { $0.contains(number) } }
      let isOrdered = zip(found, found.dropFirst()).allSatisfy { isDescending ? $0 > $1 : $0 < $1 }
      try #require(isOrdered && Set(found).isSuperset(of: stayed), "seed \(seed): \(found)")
    }
  }
}
