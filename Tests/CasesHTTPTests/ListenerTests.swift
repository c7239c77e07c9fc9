import CaseWire
import CasesAPI
import CasesServer
import TestSupport
import Testing

@testable import CasesHTTP

/// The client with its real transport against the project's own server.
@Suite struct ListenerTests {
  @Test func everyOperationDoesWhatItSays() async throws {
    let cases = try TestCases(cases: 0)
    let listener = try CasesListener(service: cases.service, port: 0)
    let transport = CurlTransport(
      to: try ServerAddress("http://localhost:\(listener.port)"), version: "test", through: nil)
    let client = CasesClient(over: transport, as: cases.credentials)
    let lines = try await ClientJourney(client, as: cases.analyst).run()
    #expect(lines == ClientJourney.expected)
    transport.stop()
    listener.stop()
  }

  @Test func aPageOfTheLargestTextsComesWhole() async throws {
    let cases = try TestCases(cases: 0)
    let listener = try CasesListener(service: cases.service, port: 0)
    let client = CasesClient(
      over: CurlTransport(
        to: try ServerAddress("http://127.0.0.1:\(listener.port)"), version: "test", through: nil),
      as: cases.credentials)
    let content = CaseContent(
      name: String(repeating: "中", count: 50), description: String(repeating: "ü", count: 250),
      findings: String(repeating: "🙂\n", count: 15_000))
    let made = try await client.create(content)
    let found = try await client.getCase(made.number)
    #expect(found.content == content)
    listener.stop()
  }
}
