/// Numbers pieces so that equal bytes, and only those, have equal numbers.
///
/// Strings compare by canonical equivalence, which would take one spelling for the other and lose
/// the bytes of one of them.
struct PieceNumbers {
  private var numbers: [[UInt8]: Int] = [:]

  /// The numbers of some pieces.
  mutating func callAsFunction(_ pieces: [Substring]) -> [Int] {
    pieces.map { piece in
      let bytes = Array(piece.utf8)
      if let number = numbers[bytes] { return number }
      let number = numbers.count
      numbers[bytes] = number
      return number
    }
  }
}
