import CaseWire

/// Writes what analysts found, in Markdown.
enum SampleFindings {
  /// The findings of a case.
  ///
  /// - Parameters:
  ///   - subject: whom the case is about.
  ///   - time: when the case was made.
  ///   - isLong: whether the text has all parts.
  ///   - random: where choices come from.
  /// - Returns: Markdown.
  static func text(
    _ subject: User?, _ time: Timestamp, isLong: Bool, _ random: inout SampleRandom
  ) -> String {
    let who = subject?.username ?? "unknown"
    let day = time.description.prefix(10)
    let summary = "# Summary\n\n\(random.pick(openings)) **\(who)** on \(day)."
    guard isLong else { return summary + "\n\n- \(random.pick(observations))\n" }
    var text = summary + " " + random.pick(judgements) + "\n\n## What was seen\n\n"
    for _ in 0..<2 + random.below(4) { text += "- \(random.pick(observations))\n" }
    text += "\n## Interview\n\n> \(random.pick(quotes))\n\n## Next steps\n\n"
    for number in 1...2 + random.below(3) { text += "\(number). \(random.pick(steps))\n" }
    if random.happens(30) { text += "\n```\n\(random.pick(commands))\n```\n" }
    if random.happens(25) { text += "\n\(random.pick(notes))\n" }
    return text
  }

  private static let openings = [
    "Unusual movement of files by", "A cluster of alerts on the account of",
    "The data loss policy fired for", "Human resources asked for a review of",
  ]
  private static let judgements = [
    "Nothing suggests intent so far.", "The pattern fits *preparation to leave*.",
    "The files were found on a managed device only.",
    "Several files are marked as **confidential**.", "The account may have been shared.",
  ]
  private static let observations = [
    "41 files copied to a volume named `KINGSTON` within six minutes",
    "upload of `roadmap_2027.pptx` to a private account",
    "a public link that was opened from three countries",
    "an archive with a password, 1.2 GB, name changed twice",
    "no access in the ninety days before", "source code of two repositories, without history",
    "顧客リスト.xlsx was opened after midnight", "copies named `отчёт (копия).docx`",
    "mail with 14 attachments to a private address", "the device was offline for two days",
  ]
  private static let quotes = [
    "I only wanted to keep my own templates.", "My manager asked me to bring the files.",
    "I did not know that the folder was synchronised.", "Das war für die Übergabe gedacht.",
    "USBは会社のものです。",
  ]
  private static let steps = [
    "Ask the manager whether the transfer was agreed", "Collect the device before the last day",
    "Revoke the public link", "Compare hashes with the repository",
    "Inform legal if the archive cannot be opened", "Close when the files are confirmed deleted",
  ]
  private static let commands = [
    "sha256sum roadmap_2027.pptx\n9f2c…  roadmap_2027.pptx",
    "git log --since=2.weeks --author=\"$USER\"", "lsusb | grep -i kingston",
  ]
  private static let notes = [
    "Noch offen: Rückmeldung des Betriebsrats.", "補足: 上長に確認済み。", "См. также предыдущий случай.",
    "Voir aussi le dossier précédent – même modèle.",
  ]
}
