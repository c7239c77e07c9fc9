import CaseWire

/// The people of the sample data: those who investigate and those who are investigated.
struct SamplePeople {
  /// The twelve analysts; the first is the one who signs in.
  let analysts: [User]
  /// The sixty people whom cases are about.
  let subjects: [User]

  /// Makes the people.
  init() {
    analysts = Self.analystNames.enumerated().map { index, name in
      Self.user(name, seed: UInt64(index) + 100)
    }
    subjects = (0..<60).map { index in
      let given = Self.givenNames[index % Self.givenNames.count]
      let family = Self.familyNames[(index * 7 + index / 20) % Self.familyNames.count]
      return Self.user("\(given).\(family)", seed: UInt64(index) + 1_000)
    }
  }

  private static func user(_ name: String, seed: UInt64) -> User {
    var random = SampleRandom(seed: seed)
    let digits = 100_000_000_000_000_000 + random.next() % 9_000_000_000_000_000_000
    return User(userId: UserUID(String(digits)), username: "\(name)@example.com")
  }

  private static let analystNames = [
    "robin.keller", "amara.okafor", "casey.lindqvist", "dana.petrova", "elio.marchetti",
    "farah.haddad", "gwen.ito", "hugo.brandt", "ines.carvalho", "jun.park", "kofi.mensah",
    "lena.novak",
  ]
  private static let givenNames = [
    "aiko", "ben", "chloe", "dmitri", "elena", "femi", "grace", "hassan", "ivana", "jorge",
    "katya", "luca", "mei", "nadia", "oskar", "priya", "quentin", "rosa", "sven", "tomasz",
  ]
  private static let familyNames = [
    "abe", "bauer", "costa", "dubois", "eriksen", "fischer", "garcia", "horvat", "iyer",
    "jansen", "kowalski", "lopez", "meyer", "nakamura", "obrien", "papadakis", "quist", "rossi",
    "schmidt", "tanaka", "usman", "varga", "weber",
  ]
}
