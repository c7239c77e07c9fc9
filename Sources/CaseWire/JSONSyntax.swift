/// Checks the form of a JSON document without reading it (RFC 8259).
///
/// It says where a fault is, which the decoder does not, and needs the same small stack for any
/// depth, so that no answer from afar can use up that of a thread.
public struct JSONSyntax {
  /// How deep lists and objects may lie in each other; answers of the API need five levels.
  public static let deepest = 64

  private enum Expected {
    case value, valueOrEnd, name, nameOrEnd, colon, commaOrEnd, nothing
  }

  private let bytes: [UInt8]
  private var index = 0
  private var expected = Expected.value
  /// For each list or object that is open whether it is an object.
  private var open: [Bool] = []

  /// Finds the first fault.
  ///
  /// What is written wrong inside of numbers and escapes is left to the decoder.
  ///
  /// - Parameter bytes: one document in UTF-8, with or without a byte order mark.
  /// - Returns: nil where there is none.
  public static func fault(in bytes: [UInt8]) -> JSONFault? {
    var syntax = JSONSyntax(bytes: bytes)
    return syntax.fault()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func fault() -> JSONFault? {
    let start = index
    while true {
      while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count else {
        if expected == .nothing { return nil }
        return expected == .value && open.isEmpty && bytes[start...].allSatisfy(Self.isBlank)
          ? .empty : .endsEarly(after: bytes.count)
      }
      if let fault = take(bytes[index]) { return fault }
    }
  }

  /// Takes the next token, which begins with a byte.
  private mutating func take(_ byte: UInt8) -> JSONFault? {
    switch (expected, byte) {
    case (.value, _),
      (.valueOrEnd, _) where byte != UInt8(ascii: "]"):
      return takeValue(byte)
    case (.name, UInt8(ascii: "\"")), (.nameOrEnd, UInt8(ascii: "\"")):
      expected = .colon
      return takeString()
    case (.colon, UInt8(ascii: ":")):
      expected = .value
    case (.commaOrEnd, UInt8(ascii: ",")):
      expected = open.last == true ? .name : .value
    case (.valueOrEnd, UInt8(ascii: "]")), (.nameOrEnd, UInt8(ascii: "}")),
      (.commaOrEnd, UInt8(ascii: "]")) where open.last == false,
      (.commaOrEnd, UInt8(ascii: "}")) where open.last == true:
      open.removeLast()
      endValue()
    default:
      return .unexpected(at: index + 1)
    }
    index += 1
    return nil
  }

  private mutating func takeValue(_ byte: UInt8) -> JSONFault? {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < Self.deepest else { return .tooDeep(at: index + 1) }
      let isObject = byte == UInt8(ascii: "{")
      open.append(isObject)
      expected = isObject ? .nameOrEnd : .valueOrEnd
      index += 1
      return nil
    case UInt8(ascii: "\""):
      endValue()
      return takeString()
    case UInt8(ascii: "t"): return takeWord("true")
    case UInt8(ascii: "f"): return takeWord("false")
    case UInt8(ascii: "n"): return takeWord("null")
    case UInt8(ascii: "-"), 48...57:
      while index < bytes.count, Self.isInNumber(bytes[index]) { index += 1 }
      endValue()
      return nil
    default:
      return .unexpected(at: index + 1)
    }
  }

  private mutating func takeWord(_ word: String) -> JSONFault? {
    for byte in word.utf8 {
      guard index < bytes.count else { return .endsEarly(after: bytes.count) }
      guard bytes[index] == byte else { return .unexpected(at: index + 1) }
      index += 1
    }
    endValue()
    return nil
  }

  private mutating func takeString() -> JSONFault? {
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return nil
      case UInt8(ascii: "\\"): index += 2
      case 0..<32: return .unexpected(at: index + 1)
      default: index += 1
      }
    }
    return .endsEarly(after: bytes.count)
  }

  private mutating func endValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }

  private static func isBlank(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }

  private static func isInNumber(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte)
  }
}
