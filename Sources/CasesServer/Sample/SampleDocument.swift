import CaseWire

/// The whole document of an event, in the vendor's second version (Cases API contract, § 1, row
/// 11).
struct SampleDocument {
  /// What the list shows of the event.
  let row: FileEvent
  /// How the file left.
  let channel: SampleChannel
  /// The file.
  let file: SampleFile
  /// Who did it.
  let user: User

  /// Writes the document; what the list does not show is made up here.
  mutating func json(_ random: inout SampleRandom) -> [UInt8] {
    var writer = JSONWriter(capacity: 2_048)
    writer.raw("{\"@timestamp\":")
    writer.optional(row.eventTimestamp)
    writeEvent(&writer, &random)
    writeUser(&writer, &random)
    writeFile(&writer, &random)
    writePlaces(&writer, &random)
    writeRisk(&writer)
    writer.raw("}")
    return writer.bytes
  }

  private func writeEvent(_ writer: inout JSONWriter, _ random: inout SampleRandom) {
    writer.raw(",\"event\":{\"id\":")
    writer.text(row.eventId.rawValue)
    writer.raw(",\"action\":")
    writer.text(channel.action)
    writer.raw(",\"observer\":")
    writer.text(channel.observer)
    writer.raw(",\"shareType\":")
    writer.texts(channel.isCloud ? row.exposure : [])
    writer.raw(",\"inserted\":")
    let delay = Int64(30 + random.below(900))
    writer.optional(row.eventTimestamp?.adding(seconds: delay))
    writer.raw(",\"ingested\":")
    writer.optional(row.eventTimestamp?.adding(seconds: delay - 20))
    writer.raw("}")
  }

  private func writeUser(_ writer: inout JSONWriter, _ random: inout SampleRandom) {
    writer.raw(",\"user\":{\"email\":")
    writer.text(user.username)
    writer.raw(",\"id\":")
    writer.text(user.userId.rawValue)
    writer.raw(",\"deviceUid\":")
    if channel.isCloud {
      writer.raw("null")
    } else {
      writer.text(String(900_000_000_000_000_000 + random.below(99_999_999_999_999_999)))
    }
    writer.raw("}")
  }

  private func writeFile(_ writer: inout JSONWriter, _ random: inout SampleRandom) {
    writer.raw(",\"file\":{\"name\":")
    writer.text(row.fileName)
    writer.raw(",\"directory\":")
    writer.text(row.filePath)
    writer.raw(",\"category\":")
    writer.text(file.category)
    writer.raw(",\"categoryByBytes\":")
    writer.text(random.happens(95) ? file.category : "UNCATEGORIZED")
    writer.raw(",\"categoryByExtension\":")
    writer.text(file.category)
    writer.raw(",\"mimeType\":")
    writer.text(file.mimeType)
    writer.raw(",\"sizeInBytes\":")
    writer.integer(random.below(1 << (10 + random.below(18))))
    writer.raw(",\"owner\":")
    writer.text(String(user.username.prefix { $0 != "@" }))
    writer.raw(",\"created\":")
    writer.optional(row.eventTimestamp?.adding(seconds: -Int64(random.below(90 * 86_400))))
    writer.raw(",\"modified\":")
    writer.optional(row.eventTimestamp?.adding(seconds: -Int64(random.below(86_400))))
    writer.raw(",\"hash\":{\"md5\":")
    writer.text(random.hexadecimal(32))
    writer.raw(",\"sha256\":")
    writer.text(random.hexadecimal(64))
    writer.raw("},\"id\":")
    writer.text(channel.isCloud ? random.hexadecimal(33) : nil)
    // The vendor's client wants the member to be there, whatever its value.
    writer.raw(",\"url\":null}")
  }

  private func writePlaces(_ writer: inout JSONWriter, _ random: inout SampleRandom) {
    let host = "\(user.username.prefix { $0 != "." })-\(random.pick(["laptop", "desktop", "mbp"]))"
    writer.raw(",\"source\":{\"category\":\"Device\",\"name\":")
    writer.text(channel.isCloud ? nil : host.uppercased())
    writer.raw(",\"domain\":")
    writer.text(channel.isCloud ? nil : "\(host).example.com")
    writer.raw(",\"operatingSystem\":")
    writer.text(channel.isCloud ? nil : random.pick(["Windows 11", "macOS 15.1", "Debian 12"]))
    writer.raw(",\"ip\":")
    writer.text("203.0.113.\(random.below(250) + 1)")
    writer.raw(",\"privateIp\":")
    writer.texts(channel.isCloud ? [] : ["10.0.\(random.below(250)).\(random.below(250) + 1)"])
    writer.raw("},\"destination\":{\"category\":")
    writer.text(channel.destination.category)
    writer.raw(",\"name\":")
    writer.text(channel.destination.name)
    writer.raw(",\"user\":{\"email\":")
    writer.texts(channel.isCloud ? ["guest\(random.below(90))@example.org"] : [])
    writer.raw("}},\"process\":{\"executable\":")
    writer.text(channel.isCloud ? nil : random.pick(["explorer.exe", "Finder", "chrome", "rsync"]))
    writer.raw(",\"owner\":")
    writer.text(channel.isCloud ? nil : String(user.username.prefix { $0 != "@" }))
    writer.raw("}")
  }

  private func writeRisk(_ writer: inout JSONWriter) {
    writer.raw(",\"risk\":{\"score\":")
    writer.integer(row.riskScore ?? 0)
    writer.raw(",\"severity\":")
    writer.text(row.riskSeverity?.rawValue)
    writer.raw(",\"trusted\":false,\"indicators\":")
    writer.indicators(row.riskIndicators)
    writer.raw("}")
  }
}

extension JSONWriter {
  /// Writes an instant, or `null`.
  fileprivate mutating func optional(_ time: Timestamp?) {
    if let time { timestamp(time) } else { raw("null") }
  }
}
