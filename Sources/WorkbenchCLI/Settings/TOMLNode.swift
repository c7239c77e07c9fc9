/// A key of a TOML document with its value.
struct TOMLNode: Equatable, Sendable {
  /// Where something stands in a document; both count from 1.
  struct Place: Hashable, Sendable {
    let line: Int
    let column: Int
  }

  /// What a key stands for.
  indirect enum Value: Equatable, Sendable {
    case text(String)
    case boolean(Bool)
    case integer(Int)
    case table([TOMLNode])
    case array([TOMLNode])
    /// A fraction, a date, or what is nested deeper than any setting.
    case other
  }

  /// The key; empty for an element of an array.
  let key: String
  /// Where the key stands.
  let place: Place
  /// What it stands for.
  let value: Value
}
