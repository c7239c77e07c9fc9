public import CaseWire

/// Made-up cases, people and file events for demonstrations, tests and measurements.
///
/// The same numbers and the same instant give the same data on every run. All addresses are under
/// `example.com` and the people do not exist.
public enum SampleData {
  /// The user name of the analyst as whom a demonstration signs in.
  public static let username = "robin.keller@example.com"

  /// How many events there are that are in no case, to be added by hand.
  public static let looseEventCount = 200

  /// The identifier of an event that is in no case at first.
  ///
  /// - Parameter index: which one, 0 to `looseEventCount` - 1.
  /// - Returns: the identifier, the same in all sample data.
  public static func looseEventID(_ index: Int) -> EventID {
    SampleEvents.id(seed: SampleEvents.looseSeed + UInt64(index))
  }

  /// Fills an empty store.
  ///
  /// The first cases have findings and up to 40 events each, number 7 has 250; of very many cases
  /// the later ones have fewer, so that 100,000 are made in seconds.
  ///
  /// - Parameters:
  ///   - store: the store; one that ever had a case is left as it is.
  ///   - cases: how many cases, from 0.
  ///   - now: the instant before which everything happened.
  /// - Returns: whether the store was filled.
  /// - Throws: `ServerError` when the store fails; nothing is filled in then.
  @discardableResult
  public static func fill(
    _ store: any CaseStore, cases: Int = 240, now: Timestamp
  ) throws(ServerError) -> Bool {
    try store.loadIfEmpty { loader throws(ServerError) in
      let people = SamplePeople()
      for user in people.analysts + people.subjects {
        try loader.load(user, createdAt: now.adding(seconds: -500 * 86_400))
      }
      let events = SampleEvents(people: people)
      for index in 0..<looseEventCount {
        let seed = SampleEvents.looseSeed + UInt64(index)
        var random = SampleRandom(seed: seed)
        let moment = now.adding(seconds: -Int64(random.below(30 * 86_400)))
        try loader.load(events.event(seed: seed, at: moment, of: random.pick(people.subjects)))
      }
      let maker = SampleCases(people: people, events: events, count: cases, now: now)
      for index in 0..<max(0, cases) {
        let seed = maker.seed(index)
        for event in seed.events { try loader.load(event) }
        try loader.load(seed)
      }
    }
  }
}
