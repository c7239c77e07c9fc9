/// The options of all commands; the raw values are the words after the two dashes.
enum OptionName: String, CaseIterable, Sendable {
  case cases
  case data
  case field
  case fresh
  case help
  case json
  case listen
  case log
  case logLevel = "log-level"
  case plainHTTP = "plain-http"
  case profile
  case sampleData = "sample-data"
  case url
  case version
  case yes

  /// The option as it is typed.
  var typed: String { "--\(rawValue)" }
}
