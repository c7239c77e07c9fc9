import CasesAPI
import CasesHTTP
import Testing

@testable import WorkbenchCLI

@Suite struct ConfigurationTests {
  private static let url = "https://api.example.com"
  private static let own = [
    "CASEWORKBENCH_URL": url, "CASEWORKBENCH_CLIENT_ID": "id", "CASEWORKBENCH_CLIENT_SECRET": "sec",
  ]
  private static let incydr = [
    "INCYDR_URL": url, "INCYDR_API_CLIENT_ID": "key", "INCYDR_API_CLIENT_SECRET": "hidden",
  ]

  private typealias Whole = (
    typed: String?, environment: Environment, url: String, credentials: Credentials
  )
  private typealias Half = (typed: String?, environment: Environment, text: String)

  /// A set of variables with one more, and without another.
  private static func environment(
    _ base: [String: String], with more: [String: String] = [:], without name: String? = nil
  ) -> Environment {
    Environment(base.merging(more) { $1 }.filter { $0.key != name })
  }

  private static let wholes: [Whole] = [
    (nil, environment(own), url, .apiClient(id: "id", secret: "sec")),
    (nil, environment(incydr), url, .apiClient(id: "key", secret: "hidden")),
    (nil, environment(own.merging(incydr) { $1 }), url, .apiClient(id: "id", secret: "sec")),
    (nil, environment(["CASEWORKBENCH_URL": url, "CASEWORKBENCH_TOKEN": "t"]), url, .token("t")),
    (
      "http://[::1]:8484", environment(own), "http://[::1]:8484",
      .apiClient(id: "id", secret: "sec")
    ),
    (
      "http://127.0.0.1:8484", environment(["CASEWORKBENCH_TOKEN": "t"]), "http://127.0.0.1:8484",
      .token("t")
    ),
    (
      "http://127.0.0.1:8484", environment(incydr), "http://127.0.0.1:8484",
      .apiClient(id: "key", secret: "hidden")
    ),
    (
      nil, environment(own, with: ["CASEWORKBENCH_TOKEN": ""]), url,
      .apiClient(id: "id", secret: "sec")
    ),
  ]

  @Test(arguments: wholes)
  func aWholeSetIsTaken(
    typed: String?, environment: Environment, url: String, credentials: Credentials
  ) throws {
    let address = try ServerAddress(url)
    #expect(try Configuration(url: typed, environment) == .remote(address, credentials))
  }

  @Test(arguments: [
    [:], ["CASEWORKBENCH_URL": ""], ["HOME": "/root", "INCYDR_LOG_LEVEL": "debug"],
  ])
  func nothingSetMeansThePersonalServer(variables: [String: String]) throws {
    #expect(try Configuration(url: nil, Environment(variables)) == .personal)
  }

  private static let halves: [Half] = [
    (
      nil, environment(own, without: "CASEWORKBENCH_CLIENT_SECRET"),
      "CASEWORKBENCH_CLIENT_SECRET is not set, though CASEWORKBENCH_CLIENT_ID is"
    ),
    (
      nil, environment(own, without: "CASEWORKBENCH_CLIENT_ID"),
      "CASEWORKBENCH_CLIENT_ID is not set, though CASEWORKBENCH_CLIENT_SECRET is"
    ),
    (
      nil, environment(own, without: "CASEWORKBENCH_URL"),
      "CASEWORKBENCH_URL is not set, though CASEWORKBENCH_CLIENT_ID is; "
        + "unset CASEWORKBENCH_CLIENT_ID to work on the personal server"
    ),
    (
      nil, environment(["CASEWORKBENCH_TOKEN": "t"]),
      "CASEWORKBENCH_URL is not set, though CASEWORKBENCH_TOKEN is; "
        + "unset CASEWORKBENCH_TOKEN to work on the personal server"
    ),
    (
      nil, environment(["CASEWORKBENCH_URL": url]),
      "CASEWORKBENCH_URL is set, but no credentials: set CASEWORKBENCH_CLIENT_ID and "
        + "CASEWORKBENCH_CLIENT_SECRET, or CASEWORKBENCH_TOKEN"
    ),
    (
      url, environment([:]),
      "--url is set, but no credentials: set CASEWORKBENCH_CLIENT_ID and "
        + "CASEWORKBENCH_CLIENT_SECRET, or CASEWORKBENCH_TOKEN"
    ),
    (
      nil, environment(own, with: ["CASEWORKBENCH_TOKEN": "t"]),
      "CASEWORKBENCH_TOKEN and CASEWORKBENCH_CLIENT_ID are both set; unset one of them"
    ),
    (
      nil, environment(incydr, without: "INCYDR_API_CLIENT_SECRET"),
      "INCYDR_API_CLIENT_SECRET is not set, though INCYDR_API_CLIENT_ID is"
    ),
    (
      nil, environment(["INCYDR_URL": url]),
      "INCYDR_URL is set, but INCYDR_API_CLIENT_ID and INCYDR_API_CLIENT_SECRET are not"
    ),
    (
      nil, environment(incydr, without: "INCYDR_URL"),
      "INCYDR_URL is not set, though INCYDR_API_CLIENT_ID is; "
        + "unset INCYDR_API_CLIENT_ID to work on the personal server"
    ),
    (
      nil, environment(own, with: ["CASEWORKBENCH_URL": "ftp://h"]),
      "CASEWORKBENCH_URL must begin with https:// or http://"
    ),
    (
      "nonsense", environment(own),
      "--url must begin with https:// or http://"
    ),
  ]

  @Test(arguments: halves)
  func aHalfSetIsRefused(typed: String?, environment: Environment, text: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Configuration(url: typed, environment)
    }
    #expect(error?.text == text)
  }

  /// An incydr user who points only the address elsewhere must not send the secret there.
  @Test func theSecretOfOneSetNeverGoesToTheAddressOfTheOther() {
    let mixed = Self.environment(
      Self.incydr, with: ["CASEWORKBENCH_URL": "https://other.example.com"])
    #expect(throws: ConfigurationError.noCredentials(namedBy: "CASEWORKBENCH_URL")) {
      try Configuration(url: nil, mixed)
    }
  }

  @Test(arguments: ["https://id:s3cret@api.example.com", "https://s3cret@api.example.com"])
  func credentialsInTheAddressAreRefusedAndNotShown(url: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Configuration(url: url, Self.environment(Self.own))
    }
    #expect(
      error?.text
        == "--url must not hold a user name or password; credentials have variables of their own")
  }
}
