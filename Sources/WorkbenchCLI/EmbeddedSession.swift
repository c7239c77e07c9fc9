import CasesHTTP

/// The workbench on a server inside the program.
struct EmbeddedSession {
  /// The folder of the server's store.
  let folder: String
  /// As whom the workbench works.
  let username: String
  /// What the status line calls the server.
  let label: String
  /// How many sample cases an empty store is filled with.
  let sampleCases: Int
  /// Where every request to the server is noted; nil for nowhere.
  var log: RequestLog?
  /// How the workbench behaves.
  var settings = WorkbenchSettings()
  /// The settings file, in which views are kept.
  var settingsFile: String?
  /// Whether what the last session left is passed over.
  var isFresh = false
  /// Whether drafts vanish with the server when the program ends.
  var losesDrafts = false

  /// Starts the server, opens the workbench on it, and stops the server when the user leaves.
  ///
  /// - Parameters:
  ///   - signals: the signals, held while the server starts and stops.
  ///   - openWorkbench: opens the workbench.
  /// - Throws: `CommandError` where the server cannot start, or what the workbench throws.
  func run(
    holding signals: HeldSignals, _ openWorkbench: Program.OpenWorkbench
  ) throws(CommandError) {
    let server = try EmbeddedServer(folder: folder, listen: .ownMachine, sampleCases: sampleCases)
    defer { server.stop() }
    if signals.hasCome { return }
    var connection = try server.connection(as: username, label: label)
    connection.user = username
    connection.log = log
    connection.isFresh = isFresh
    connection.losesDrafts = losesDrafts
    connection.settings = settings
    connection.settingsFile = settingsFile
    try openWorkbench(connection, signals)
  }
}
