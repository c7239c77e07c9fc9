import CasesHTTP

/// Asks for what only some servers want: certificates, a proxy, and the name of who works there.
struct LoginExtras {
  /// What takes away what the profile had.
  private static let nothing = "-"

  private let console: Console
  private let folder: String

  /// Makes the questions.
  ///
  /// - Parameters:
  ///   - console: where they are asked.
  ///   - folder: the folder of the settings, from where the paths of files count.
  init(_ console: Console, folder: String) {
    self.console = console
    self.folder = folder
  }

  /// Asks for everything that may be left out, and puts the answers into a profile.
  ///
  /// An empty answer keeps what the profile had, a hyphen takes it away. Certificates are asked for
  /// only where the way is encrypted.
  ///
  /// - Parameters:
  ///   - profile: gets the answers.
  ///   - old: the profile as it stands in the file; nil for a new one.
  /// - Throws: `CommandError` where an answer makes no sense.
  func ask(_ profile: inout Profile, usual old: Profile?) throws(CommandError) {
    profile.trust = old?.trust
    if profile.address.isEncrypted {
      let had = old?.trust
      var trust = TransportTrust()
      trust.authorities = try file("File of the CAs that are trusted", had?.authorities)
      trust.certificate = try file("File of a client certificate", had?.certificate)
      if trust.certificate != nil {
        trust.key = try file("File of its key, if it lies apart", had?.key)
      }
      profile.trust = trust == TransportTrust() ? nil : trust
    }
    // The name is shown, since the address may bear a password.
    let usual = old?.proxy.map { (shown: $0.name, value: $0.url) }
    profile.proxy = try answer("Proxy", usual).map { Proxy($0) }
    profile.user = try answer("Your user name there", old?.user.map { ($0, $0) })
  }

  private func file(_ question: String, _ usual: String?) throws(CommandError) -> String? {
    try answer("\(question), from \(folder.printable)", usual.map { ($0, $0) })
  }

  private func answer(
    _ question: String, _ usual: (shown: String, value: String)?
  ) throws(CommandError) -> String? {
    let hint = usual.map { "[\($0.shown.printable), \(Self.nothing) for none]" } ?? "[none]"
    let typed = try console.ask("\(question) \(hint): ", .visible)
    guard typed.printable == typed else {
      throw .failed("an answer holds a control character")
    }
    let words = typed.drop { $0 == " " }
    if words == Self.nothing { return nil }
    return words.isEmpty ? usual?.value : String(words)
  }
}
