import CasesHTTP
import Workbench

/// Makes profiles of the tables of a settings file, and gathers what is doubtful in them.
struct SettingsReader {
  /// The file, for errors.
  let file: String
  /// What is doubtful, one line each.
  private(set) var warnings: [String] = []

  init(file: String) { self.file = file }

  /// Reads one profile.
  ///
  /// - Parameter table: the table with its name as key.
  /// - Returns: the profile.
  /// - Throws: `SettingsError` where it does not make a whole.
  mutating func profile(_ table: TOMLNode) throws(SettingsError) -> Profile {
    guard case .table(let nodes) = table.value else {
      throw error(table, "must be a table: [profiles.\(table.key.printable)]")
    }
    var url: (text: String, node: TOMLNode)?
    var clientID: String?
    var allowsPlainHTTP = false
    var trust = TransportTrust()
    var proxy: Proxy?
    var user: String?
    var limits = TransportLimits()
    var secrets: [(source: SecretSource, node: TOMLNode)] = []
    for node in nodes {
      switch node.key {
      case SettingsKey.url: url = (try text(node), node)
      case SettingsKey.clientID: clientID = try text(node)
      case SettingsKey.plainHTTP: allowsPlainHTTP = try boolean(node)
      case SettingsKey.authorities: trust.authorities = try text(node)
      case SettingsKey.certificate: trust.certificate = try text(node)
      case SettingsKey.key: trust.key = try text(node)
      case SettingsKey.user: user = try text(node)
      case SettingsKey.proxy: proxy = Proxy(try text(node))
      case SettingsKey.connectSeconds: limits.connect = try seconds(node, upTo: 300)
      case SettingsKey.idleSeconds: limits.idle = try seconds(node, upTo: 600)
      case SettingsKey.totalSeconds: limits.total = try seconds(node, upTo: 3_600)
      case SettingsKey.secretPrompt:
        if try boolean(node) { secrets.append((.prompt, node)) }
      case SettingsKey.secretFile: secrets.append((.file(try text(node)), node))
      case SettingsKey.secretVariable: secrets.append((.variable(try text(node)), node))
      case SettingsKey.secretCommand: secrets.append((try command(node), node))
      default: try passOver(node, among: SettingsKey.profile)
      }
    }
    guard let url else { throw missing(SettingsKey.url, in: table, nodes) }
    guard let clientID else { throw missing(SettingsKey.clientID, in: table, nodes) }
    if secrets.count > 1 {
      throw error(secrets[1].node, "and '\(secrets[0].node.key)' exclude each other")
    }
    if trust.key != nil, trust.certificate == nil {
      throw missing(SettingsKey.certificate, in: table, nodes)
    }
    return Profile(
      name: table.key, address: try address(url.text, url.node, allowsPlainHTTP),
      clientID: clientID, secret: secrets.first?.source ?? .prompt,
      trust: trust == TransportTrust() ? nil : trust, user: user, proxy: proxy,
      limits: limits)
  }

  /// Notes a key that is not known, or refuses one that seems to hold a secret.
  ///
  /// - Parameters:
  ///   - node: the key.
  ///   - known: the keys that could be meant.
  /// - Throws: `SettingsError` where a secret seems to stand in the file.
  mutating func passOver(_ node: TOMLNode, among known: [String]) throws(SettingsError) {
    if ["secret", "password", "token"].contains(where: node.key.lowercased().contains) {
      throw error(
        node,
        "is no key: a secret does not belong into this file; say where it is kept by one of "
          + SettingsKey.secrets.joined(separator: ", "))
    }
    let nearest = Nearest.word(to: node.key, in: known).map { "; did you mean '\($0)'?" }
    warnings.append(error(node, "is no key that is known here" + (nearest ?? "")).text)
  }

  /// Notes what is doubtful about a key.
  ///
  /// - Parameters:
  ///   - node: the key.
  ///   - doubt: what is doubtful, to be read after the key.
  mutating func warn(_ node: TOMLNode, _ doubt: String) {
    warnings.append(error(node, doubt).text)
  }

  /// An error at a key.
  ///
  /// - Parameters:
  ///   - node: the key.
  ///   - reason: what is wrong, to be read after the key.
  /// - Returns: the error with line and column.
  func error(_ node: TOMLNode, _ reason: String) -> SettingsError {
    SettingsError(file: file, place: node.place, reason: "\(node.key.quoted) \(reason)")
  }

  private func missing(_ key: String, in table: TOMLNode, _ nodes: [TOMLNode]) -> SettingsError {
    let typed = nodes.first { node in
      !SettingsKey.profile.contains(node.key) && Nearest.word(to: node.key, in: [key]) != nil
    }
    if let typed { return error(typed, "is no key that is known here; did you mean '\(key)'?") }
    return SettingsError(
      file: file, place: table.place, reason: "the profile \(table.key.quoted) has no '\(key)'")
  }

  func text(_ node: TOMLNode) throws(SettingsError) -> String {
    guard case .text(let text) = node.value else { throw error(node, "must be a text in quotes") }
    guard !text.isEmpty else { throw error(node, "is empty") }
    guard text.printable == text else { throw error(node, "holds a control character") }
    return text
  }

  func boolean(_ node: TOMLNode) throws(SettingsError) -> Bool {
    guard case .boolean(let value) = node.value else {
      throw error(node, "must be true or false, without quotes")
    }
    return value
  }

  private func seconds(_ node: TOMLNode, upTo most: Int) throws(SettingsError) -> Duration {
    guard case .integer(let value) = node.value, 1...most ~= value else {
      throw error(node, "must be a whole number of seconds from 1 to \(most), without quotes")
    }
    return .seconds(value)
  }

  private func command(_ node: TOMLNode) throws(SettingsError) -> SecretSource {
    guard case .array(let elements) = node.value else {
      let line = try text(node)
      guard line.contains(where: { $0 != " " }) else { throw error(node, "is empty") }
      return SecretSource(line: line)
    }
    let words = elements.compactMap { element -> String? in
      if case .text(let word) = element.value { word } else { nil }
    }
    guard words.count == elements.count, words.first?.isEmpty == false else {
      throw error(node, "must be a text, or a list of texts that begins with the program")
    }
    guard !words.contains(where: { $0.contains("\0") }) else {
      throw error(node, "holds a control character")
    }
    return .command(words)
  }

  private func address(
    _ url: String, _ node: TOMLNode, _ allowsPlainHTTP: Bool
  ) throws(SettingsError) -> ServerAddress {
    do throws(ServerAddressError) {
      return try ServerAddress(url, allowsUnencrypted: allowsPlainHTTP)
    } catch .unencrypted(let host) {
      throw error(
        node,
        "leads to \(host) unencrypted, so others could read the secret on its way; "
          + "use https://, or allow it with 'plain-http = true'")
    } catch {
      let whole = ConfigurationError.badAddress(node.key.quoted, error).text
      throw SettingsError(file: file, place: node.place, reason: whole)
    }
  }
}
