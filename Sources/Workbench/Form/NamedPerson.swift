/// Whom a field and the suggestions under it name.
enum NamedPerson: Equatable, Sendable {
  /// A user, by name.
  case user(String)
  /// Nobody, as was chosen or typed.
  case nobody
  /// Nobody can be meant by it, as the text says.
  case unclear(String)
}
