/// Why a text is no address of a server; never holds the text itself, which may bear a password.
public enum ServerAddressError: Error, Hashable, Sendable {
  /// There is nothing.
  case empty
  /// It does not begin with `https://` or `http://`.
  case unknownScheme
  /// It holds a name or password before an `@`.
  case hasCredentials
  /// There is no host.
  case noHost
  /// A character stands in it that an address cannot have.
  case invalidCharacter
  /// The port is no number from 1 to 65535.
  case invalidPort
  /// It goes on after a `?` or `#`.
  case hasQuery
  /// It is `http://` to another machine: everybody on the way could read the token.
  case unencrypted(host: String)
}
