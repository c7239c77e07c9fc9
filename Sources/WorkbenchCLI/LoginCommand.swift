import CasesAPI
import CasesHTTP
import Workbench

/// Asks for a server and an API client, checks them there, and keeps them as a profile.
struct LoginCommand {
  private let environment: Environment
  private let console: Console

  init(_ environment: Environment, _ console: Console) {
    self.environment = environment
    self.console = console
  }

  /// Runs the command; nothing is written unless the server has answered with a list.
  ///
  /// - Parameter arguments: may hold `--profile` and `--plain-http`.
  /// - Throws: `CommandError` where an answer makes no sense, the server refuses, or the profile
  ///   cannot be written.
  func run(_ arguments: Arguments) throws(CommandError) {
    let name = try arguments.text(.profile) ?? "default"
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    else {
      throw .misused(
        "the name of a profile is made of letters, digits, - and _, not \(name.quoted)",
        helpCommand: arguments.command.typed)
    }
    guard let path = environment.settingsFile else {
      throw .failed("neither HOME nor XDG_CONFIG_HOME is set, so there is no place for settings")
    }
    let store = SettingsStore(path: path)
    // Whatever is wrong with the file is told before anybody types a secret.
    let old = try reading { () throws(SettingsError) in
      try SettingsFile.read(path)?.profiles.first { $0.name == name }
    }
    let address = try askAddress(old?.address, arguments)
    let id = try ask("Client id", old?.clientID)
    let (source, stored) = try askSecret(of: id, name)
    let secret =
      if let stored { stored } else {
        try SecretReader(environment, console).secret(source, of: id, from: store.folder, for: name)
      }
    var profile = Profile(name: name, address: address, clientID: id, secret: source)
    profile.limits = old?.limits ?? TransportLimits()
    try LoginExtras(console, folder: store.folder).ask(&profile, usual: old)
    let credentials = Credentials.apiClient(id: id, secret: secret)
    // As the workbench will find them: a profile that names no file has those of the environment.
    let trust = try SettingsSearch(environment, console)
      .located(profile.trust, in: store.folder, arguments)
    let count = try check(profile, credentials, trust)
    try reading { () throws(SettingsError) in try store.put(profile, storing: stored) }
    try console.print(
      "The server lists \(count) cases. The profile \(name.quoted) is in \(path.printable)\n")
  }

  private func check(
    _ profile: Profile, _ credentials: Credentials, _ trust: TransportTrust
  ) throws(CommandError) -> Int {
    let probe = ServerProbe(
      address: profile.address, credentials: credentials, trust: trust,
      proxy: profile.proxy ?? Proxy(for: profile.address) { environment[$0] },
      limits: profile.limits)
    let result: Result<Int, CasesError>
    do throws(SystemError) {
      result = try Blocking.value { await probe.list() }
    } catch {
      throw .failed("the server cannot be asked: \(error.text)")
    }
    switch result {
    case .success(let count): return count
    case .failure(let error):
      throw .failed("\(LoginAdvice.text(error).printable) Nothing was written.")
    }
  }

  private func askAddress(
    _ old: ServerAddress?, _ arguments: Arguments
  ) throws(CommandError) -> ServerAddress {
    let text = try ask("Server", old?.description ?? "https://api.us.code42.com")
    do throws(ServerAddressError) {
      return try ServerAddress(text, allowsUnencrypted: arguments.options[.plainHTTP] != nil)
    } catch {
      throw .failed(ConfigurationError.badAddress("the address", error).text)
    }
  }

  /// Asks where the secret is kept; the second part is the secret where it is to be kept here.
  private func askSecret(
    of id: String, _ name: String
  ) throws(CommandError) -> (SecretSource, String?) {
    let question =
      "Where is the secret? (c)ommand, (f)ile, (e)nvironment, (a)sk each time, (s)tore it here"
    switch try ask(question, "s") {
    case "c":
      return (
        SecretSource(line: try ask("Command that prints it, such as pass show incydr", nil)), nil
      )
    case "f":
      return (.file(try ask("File whose first line it is", nil)), nil)
    case "e":
      return (.variable(try ask("Variable that holds it", nil)), nil)
    case "a":
      return (.prompt, nil)
    case "s":
      let secret = try SecretReader(environment, console).secret(
        .prompt, of: id, from: "", for: name)
      return (.file("\(name).secret"), secret)
    case let other:
      throw .failed("answer c, f, e, a or s, not \(other.quoted)")
    }
  }

  private func ask(_ question: String, _ usual: String?) throws(CommandError) -> String {
    let typed = try console.ask(
      question + (usual.map { " [\($0.printable)]" } ?? "") + ": ", .visible)
    let answer = typed.isEmpty ? usual ?? "" : typed
    guard !answer.isEmpty, answer.printable == answer else {
      throw .failed("an answer is missing, or holds a control character")
    }
    return answer
  }

  private func reading<Value>(
    _ body: () throws(SettingsError) -> Value
  ) throws(CommandError) -> Value {
    do throws(SettingsError) {
      return try body()
    } catch {
      throw .failed(error.text)
    }
  }
}
