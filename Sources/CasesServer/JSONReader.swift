/// Reads JSON strictly (RFC 8259).
///
/// Foundation's decoder keeps the first of two equal keys in silence and rounds numbers, so bodies
/// are read here: equal keys in one object, lone surrogates, bytes that are no UTF-8 and anything
/// behind the document are refused, and numbers keep their digits.
struct JSONReader {
  /// Why a text is no JSON.
  enum Failure: Error, Hashable {
    /// The text breaks the grammar at a byte.
    case syntax(at: Int)
    /// A character that does not exist: bytes that are no UTF-8, or half a surrogate pair.
    case character(at: Int)
    /// Two members of one object have the same name.
    case twice(String)
  }

  private static let deepest = 64
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one document; a byte order mark before it is passed over.
  static func read(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    reader.skipBlanks()
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw .syntax(at: reader.index) }
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 32 || (9...10).contains(byte) || byte == 13 { index += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(Failure) -> JSONNode {
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(Failure) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Failure) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(Failure) -> JSONNode
  ) throws(Failure) -> JSONNode {
    guard depth < Self.deepest else { throw .syntax(at: index) }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try body(&self)
  }

  private mutating func word(_ text: StaticString, _ value: JSONNode) throws(Failure) -> JSONNode {
    let letters = Array(text.description.utf8)
    guard bytes[index...].starts(with: letters) else { throw .syntax(at: index) }
    index += letters.count
    return value
  }

  private mutating func object() throws(Failure) -> JSONNode {
    var members: [String: JSONNode] = [:]
    skipBlanks()
    if skip(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw .syntax(at: index) }
      let key = try string()
      skipBlanks()
      guard skip(UInt8(ascii: ":")) else { throw .syntax(at: index) }
      skipBlanks()
      guard members.updateValue(try value(), forKey: key) == nil else { throw .twice(key) }
      skipBlanks()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw .syntax(at: index) }
    return .object(members)
  }

  private mutating func array() throws(Failure) -> JSONNode {
    var values: [JSONNode] = []
    skipBlanks()
    if skip(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      skipBlanks()
      values.append(try value())
      skipBlanks()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw .syntax(at: index) }
    return .array(values)
  }

  private mutating func number() throws(Failure) -> String {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Failure) {
    let start = index
    while let byte = next, (48...57).contains(byte) { index += 1 }
    guard index > start else { throw .syntax(at: index) }
  }

  private mutating func string() throws(Failure) -> String {
    let opening = index
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw .character(at: opening)
        }
        return result
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<32: throw .syntax(at: index - 1)
      default: text.append(byte)
      }
    }
    throw .syntax(at: index)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let letter = next else { throw .syntax(at: index) }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw .syntax(at: index - 1)
    }
  }

  private mutating func codePoint() throws(Failure) -> Unicode.Scalar {
    let start = index
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
      throw .character(at: start)
    }
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .character(at: start) }
    return scalar
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard index + 4 <= bytes.count else { throw .syntax(at: bytes.count) }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      case 65...70: value = value << 4 | UInt32(byte - 55)
      case 97...102: value = value << 4 | UInt32(byte - 87)
      default: throw .syntax(at: index)
      }
    }
    index += 4
    return value
  }
}
