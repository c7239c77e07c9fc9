/// The keys of the settings file.
enum SettingsKey {
  static let defaultProfile = "default-profile"
  static let profiles = "profiles"
  static let url = "url"
  static let clientID = "client-id"
  static let plainHTTP = "plain-http"
  static let authorities = "ca-file"
  static let certificate = "client-cert"
  static let key = "client-key"
  static let proxy = "proxy"
  static let user = "user"
  static let connectSeconds = "connect-seconds"
  static let idleSeconds = "idle-seconds"
  static let totalSeconds = "total-seconds"
  static let secretCommand = "secret-command"
  static let secretFile = "secret-file"
  static let secretVariable = "secret-env"
  static let secretPrompt = "secret-prompt"

  /// The keys outside of all tables.
  static let top = [defaultProfile, profiles, views, close, list]
  static let views = "views"
  static let viewName = "name"
  static let viewLine = "show"
  static let close = "close"
  static let closeWait = "wait"
  static let closeFindings = "min-findings"
  static let closeAssignee = "assignee"
  static let list = "list"
  static let listRefresh = "refresh"
  static let listCache = "cache"
  /// The keys of a view.
  static let view = [viewName, viewLine]
  /// The keys of what holds for closing.
  static let closing = [closeWait, closeFindings, closeAssignee]
  /// The keys of what holds for lists.
  static let listing = [listRefresh, listCache]
  /// The keys that say where the secret is kept.
  static let secrets = [secretCommand, secretFile, secretVariable, secretPrompt]
  /// The keys of a profile.
  static let profile =
    [
      url, clientID, plainHTTP, authorities, certificate, key, proxy, user, connectSeconds,
      idleSeconds, totalSeconds,
    ] + secrets
}
