import TerminalModel

/// Letters of other scripts, read as the Latin letter on the same place of the keyboard.
///
/// Lists are worked with single letters; who has a Russian, Ukrainian, Greek or Hebrew layout on
/// must not have to switch it off for that. Text boxes take every letter as it is.
enum KeyboardLayout {
  private static let rows: [(letters: String, latin: String)] = [
    ("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"),
    ("і", "s"),
    ("ερτυθιοπασδφγηξκλζχψωβνμς", "ertyuiopasdfghjklzxcvbnmw"),
    ("קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"),
  ]

  private static let latin: [Character: Character] = {
    var latin: [Character: Character] = [:]
    for row in rows {
      for (letter, place) in zip(row.letters, row.latin) {
        latin[letter] = place
        // Scripts without capitals keep their one letter for the small one.
        if let capital = letter.uppercased().first, capital != letter, latin[capital] == nil {
          latin[capital] = place.uppercased().first
        }
      }
    }
    return latin
  }()

  /// The key on the same place of a Latin keyboard.
  ///
  /// - Parameter key: the key as it came.
  /// - Returns: the Latin letter, or the key itself where it is none of another script.
  static func latin(_ key: Key) -> Key {
    guard case .character(let letter) = key, !letter.isASCII, let place = latin[letter] else {
      return key
    }
    return .character(place)
  }
}
