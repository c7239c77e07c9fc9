/// The header fields of a request or an answer, in their order; names match whatever their case.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One field.
  public struct Field: Hashable, Sendable {
    /// The name as it is sent.
    public let name: String
    /// The value as it is sent.
    public let value: String
  }

  /// The fields in the order in which they are sent.
  public private(set) var fields: [Field]

  /// Makes headers from names and values.
  ///
  /// - Parameter elements: names and values, in their order.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0, value: $1) }
  }

  /// The first value of a name; setting replaces all values of that name.
  ///
  /// - Parameter name: the name, in any case.
  public subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  /// Adds a field behind those that are there.
  ///
  /// - Parameters:
  ///   - name: the name as it is to be sent.
  ///   - value: the value as it is to be sent.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }
}
