import CasesAPI
import CasesHTTP

/// Finds out on which server to work: command line, environment, settings file, files of incydr.
///
/// Each place is a whole: what one of them leaves out is never taken from another, so that a secret
/// goes to no server for which it was not set. Only `--url`, typed for this one run, goes with the
/// credentials of the environment and of incydr's files.
struct SettingsSearch {
  /// What was found.
  struct Finding: Equatable {
    let configuration: Configuration
    /// Where it was found, in words.
    let origin: String
    /// Who is trusted, and what the client shows besides its credentials.
    var trust = TransportTrust()
    /// Through which proxy the server is reached; nil for the one of the environment.
    var proxy: Proxy?
    /// The user name of who works there.
    var user: String?
    /// How long requests may take.
    var limits = TransportLimits()

    /// The personal server.
    static let personal = Finding(configuration: .personal, origin: "the personal server")
  }

  private let environment: Environment
  private let console: Console

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - environment: the variables.
  ///   - console: where warnings go, and where a secret is asked for.
  init(_ environment: Environment, _ console: Console) {
    self.environment = environment
    self.console = console
  }

  /// Finds the settings.
  ///
  /// - Parameters:
  ///   - arguments: may hold `--profile`, `--url` and `--plain-http`.
  ///   - warns: whether what is doubtful in the settings file is reported, where it is looked at.
  /// - Returns: the first place that holds any.
  /// - Throws: `CommandError` where that place does not make a whole.
  func find(_ arguments: Arguments, warns: Bool = true) throws(CommandError) -> Finding {
    let url = try arguments.text(.url)
    if let name = try arguments.text(.profile) {
      if url != nil { throw .misuse(.notBoth(.profile, .url), of: arguments.command) }
      guard let file = try settingsFile(for: arguments, warns: warns) else {
        throw misused(
          "there is no settings file yet; 'caseworkbench login --profile "
            + "\(PrivateFile.shellWord(name))' makes one", arguments)
      }
      return try finding(name, in: file, arguments)
    }
    if Configuration.isSet(in: environment) {
      return Finding(
        configuration: try configuration(url, environment, in: nil, arguments),
        origin: "the environment", trust: try trust(arguments),
        user: environment["CASEWORKBENCH_USER"])
    }
    if url == nil, let file = try settingsFile(for: arguments, warns: warns) {
      if let name = file.defaultName { return try finding(name, in: file, arguments) }
      if !file.profiles.isEmpty {
        throw misused(
          "\(file.path.printable) has several profiles: set '\(SettingsKey.defaultProfile)' there, "
            + "or name one with \(OptionName.profile.typed)", arguments)
      }
    }
    if let found = try dotEnv(arguments) {
      return Finding(
        configuration: try configuration(url, found.variables, in: found.file, arguments),
        origin: found.file, trust: try trust(arguments),
        user: environment["CASEWORKBENCH_USER"])
    }
    let configuration = try configuration(url, environment, in: nil, arguments)
    return configuration == .personal
      ? .personal : Finding(configuration: configuration, origin: "the command line")
  }

  /// Reads how the workbench behaves, and reports what is doubtful in the settings file.
  ///
  /// - Parameter arguments: those of the command, for errors.
  /// - Returns: what the settings file says, if there is one.
  /// - Throws: `CommandError` where the file makes no sense.
  func workbench(_ arguments: Arguments) throws(CommandError) -> WorkbenchSettings {
    try settingsFile(for: arguments, warns: true)?.workbench ?? WorkbenchSettings()
  }

  private func settingsFile(
    for arguments: Arguments, warns: Bool
  ) throws(CommandError) -> SettingsFile? {
    guard let path = environment.settingsFile else { return nil }
    do throws(SettingsError) {
      let file = try SettingsFile.read(path)
      for warning in warns ? file?.warnings ?? [] : [] { console.report("warning: \(warning)") }
      return file
    } catch {
      throw misused(error.text, arguments)
    }
  }

  private func finding(
    _ name: String, in file: SettingsFile, _ arguments: Arguments
  ) throws(CommandError) -> Finding {
    let profile: Profile
    do throws(SettingsError) {
      profile = try file.profile(name)
    } catch {
      throw misused(error.text, arguments)
    }
    let folder = String(file.path[..<(file.path.lastIndex(of: "/") ?? file.path.startIndex)])
    let secret = try SecretReader(environment, console)
      .secret(profile.secret, of: profile.clientID, from: folder, for: name)
    return Finding(
      configuration: .remote(profile.address, .apiClient(id: profile.clientID, secret: secret)),
      origin: "profile \(name.quoted) of \(file.path.printable)",
      trust: try located(profile.trust, in: folder, arguments), proxy: profile.proxy,
      user: profile.user ?? environment["CASEWORKBENCH_USER"], limits: profile.limits)
  }

  /// Finds the files of certificates that count for a profile.
  ///
  /// - Parameters:
  ///   - trust: what the profile names; nil for nothing.
  ///   - folder: the folder of its file, from where paths count.
  ///   - arguments: those of the command, for errors.
  /// - Returns: the files of the profile; where it names none, those of the environment.
  /// - Throws: `CommandError` where the environment names a key without its certificate.
  func located(
    _ trust: TransportTrust?, in folder: String, _ arguments: Arguments
  ) throws(CommandError) -> TransportTrust {
    guard let trust else { return try self.trust(arguments) }
    var located = trust
    located.authorities = trust.authorities.map { environment.path($0, from: folder) }
    located.certificate = trust.certificate.map { environment.path($0, from: folder) }
    located.key = trust.key.map { environment.path($0, from: folder) }
    return located
  }

  /// The files of certificates that the environment names.
  private func trust(_ arguments: Arguments) throws(CommandError) -> TransportTrust {
    var trust = TransportTrust()
    trust.authorities = environment["CASEWORKBENCH_CA_FILE"]
    trust.certificate = environment["CASEWORKBENCH_CLIENT_CERT"]
    trust.key = environment["CASEWORKBENCH_CLIENT_KEY"]
    guard trust.key == nil || trust.certificate != nil else {
      let error = ConfigurationError.missing(
        "CASEWORKBENCH_CLIENT_CERT", besides: "CASEWORKBENCH_CLIENT_KEY")
      throw misused(error.text, arguments)
    }
    return trust
  }

  private func dotEnv(
    _ arguments: Arguments
  ) throws(CommandError) -> (file: String, variables: Environment)? {
    do throws(SettingsError) {
      return try DotEnv.find(environment)
    } catch {
      throw misused(error.text, arguments)
    }
  }

  private func configuration(
    _ url: String?, _ variables: Environment, in file: String?, _ arguments: Arguments
  ) throws(CommandError) -> Configuration {
    do throws(ConfigurationError) {
      return try Configuration(
        url: url, allowsUnencrypted: arguments.options[.plainHTTP] != nil, variables)
    } catch {
      throw misused((file.map { "\($0.printable): " } ?? "") + error.text, arguments)
    }
  }

  private func misused(_ text: String, _ arguments: Arguments) -> CommandError {
    .misused(text, helpCommand: arguments.command.typed)
  }
}
