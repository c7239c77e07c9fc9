import Workbench

/// How the workbench behaves, whatever the server.
struct WorkbenchSettings: Equatable, Sendable {
  /// The views on the number keys; nil where the file names none.
  var views: [SavedView]?
  /// What must be so before a case may be closed, and how long it waits.
  var rules = CloseRules()
  /// Seconds between two fetches of what is shown; 0 for never.
  var refresh = Freshness().interval
  /// Whether rows and cases may be kept on this machine.
  var keepsCache = true
}
