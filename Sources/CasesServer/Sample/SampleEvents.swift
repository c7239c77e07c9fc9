import CaseWire

/// Makes the file events of the sample data, each from its seed alone.
struct SampleEvents {
  /// Seeds from here on belong to events that are in no case.
  static let looseSeed: UInt64 = 1 << 40
  /// Whom the events are about.
  let people: SamplePeople

  /// The events of a case, all before an instant.
  func events(
    _ count: Int, ofCase index: Int, of user: User, until end: Timestamp
  ) -> [StoredEvent] {
    (0..<count).map { place in
      let seed = UInt64(index + 1) << 12 + UInt64(place)
      var random = SampleRandom(seed: seed ^ 0xABCD)
      let before = Int64(place) * 240 + Int64(random.below(200))
      let moment = Timestamp(
        microseconds: end.adding(seconds: -before - 3_600).microseconds
          / 1_000 * 1_000)
      return event(seed: seed, at: moment, of: user)
    }
  }

  /// The identifier of an event, in one of the two shapes in which the vendor writes them.
  static func id(seed: UInt64) -> EventID {
    var random = SampleRandom(seed: seed)
    let uuid = random.uuid()
    if random.happens(70) {
      let device = 900_000_000_000_000_000 + random.next() % 99_999_999_999_999_999
      let time = 1_000_000 + random.below(8_999_999)
      return EventID("0_\(uuid)_\(device)_\(time)_\(random.below(50))")
    }
    return EventID("\(700_000_000_000 + random.below(99_999_999_999))_\(uuid)")
  }

  /// An event.
  func event(seed: UInt64, at time: Timestamp, of user: User) -> StoredEvent {
    var random = SampleRandom(seed: seed ^ 0x5EED)
    let id = Self.id(seed: seed)
    let channel = random.pick(SampleChannel.all)
    let file = SampleFile.pick(&random)
    var indicators = [channel.indicator]
    for more in SampleChannel.moreIndicators where random.happens(15) { indicators.append(more) }
    let score = indicators.reduce(0) { $0 + ($1.weight ?? 0) }
    let account = user.username.prefix { $0 != "@" }
    let row = FileEvent(
      eventId: id, eventTimestamp: time, exposure: channel.exposure, fileName: file.name,
      filePath: channel.isCloud
        ? nil : random.pick(Self.folders).replacing("USER", with: account),
      fileAvailability: random.pick(Self.availabilities), riskIndicators: indicators,
      riskScore: score, riskSeverity: Self.severity(score))
    var document = SampleDocument(row: row, channel: channel, file: file, user: user)
    return StoredEvent(
      id: id, timestamp: time, row: Self.json(row), document: document.json(&random))
  }

  /// The vendor's bounds: none at 0, low to 3, moderate to 6, high to 8, critical above.
  private static func severity(_ score: Int) -> RiskSeverity {
    switch score {
    case ...0: .noRisk
    case 1...3: .low
    case 4...6: .moderate
    case 7...8: .high
    default: .critical
    }
  }

  private static func json(_ row: FileEvent) -> [UInt8] {
    var writer = JSONWriter()
    writer.raw("{\"eventId\":")
    writer.text(row.eventId.rawValue)
    writer.raw(",\"eventTimestamp\":")
    if let time = row.eventTimestamp { writer.timestamp(time) } else { writer.raw("null") }
    writer.raw(",\"exposure\":")
    writer.texts(row.exposure)
    writer.raw(",\"fileName\":")
    writer.text(row.fileName)
    writer.raw(",\"filePath\":")
    writer.text(row.filePath)
    writer.raw(",\"fileAvailability\":")
    writer.text(row.fileAvailability)
    writer.raw(",\"riskIndicators\":")
    writer.indicators(row.riskIndicators)
    writer.raw(",\"riskScore\":")
    writer.integer(row.riskScore ?? 0)
    writer.raw(",\"riskSeverity\":")
    writer.text(row.riskSeverity?.rawValue)
    writer.raw("}")
    return writer.bytes
  }

  private static let availabilities = [
    "EXACT_FILE_AVAILABLE", "RECENT_FILE_AVAILABLE", "NO_FILE_AVAILABLE", "NO_FILE_AVAILABLE",
    "PENDING",
  ]
  private static let folders = [
    "C:/Users/USER/Documents/", "C:/Users/USER/Desktop/Übergabe/", "/Users/USER/Downloads/",
    "/Users/USER/Documents/デザイン/", "/home/USER/src/kestrel/", "D:/Projekte/Aurora/CAD/",
    "/Users/USER/Рабочий стол/отчёты/", "/home/USER/文档/客户/", "E:/backup/",
  ]
}

extension JSONWriter {
  /// Writes a list of texts.
  mutating func texts(_ values: [String]) {
    raw("[")
    for (index, value) in values.enumerated() {
      if index > 0 { raw(",") }
      text(value)
    }
    raw("]")
  }

  /// Writes a list of risk indicators.
  mutating func indicators(_ values: [RiskIndicator]) {
    raw("[")
    for (index, value) in values.enumerated() {
      if index > 0 { raw(",") }
      raw("{\"name\":")
      text(value.name)
      raw(",\"weight\":")
      integer(value.weight ?? 0)
      raw("}")
    }
    raw("]")
  }
}
