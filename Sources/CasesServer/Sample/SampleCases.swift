import CaseWire

/// Makes the cases of the sample data, each from its place in the row alone.
struct SampleCases {
  /// Whom cases are about and who works on them.
  let people: SamplePeople
  /// Makes their events.
  let events: SampleEvents
  /// How many cases there will be.
  let count: Int
  /// The instant before which everything happened.
  let now: Timestamp

  private static let daySeconds = 86_400
  /// So many cases have all that cases can have; those behind them are there in numbers.
  private static let fullCount = 240
  /// The place of the case with more events than a page shows.
  private static let crowded = 6

  /// The case at a place from 0.
  func seed(_ index: Int) -> CaseSeed {
    var random = SampleRandom(seed: UInt64(index) + 1_000_000)
    let isFull = index < Self.fullCount
    let created = creation(index, &random)
    let status = index == Self.crowded ? .open : Self.status(index)
    let subject = random.happens(92) ? random.pick(people.subjects) : nil
    let assignee = random.happens(72) ? random.pick(people.analysts) : nil
    let creator = random.pick(people.analysts)
    let passed = (now.seconds - created.seconds)
    let updated = Timestamp(
      microseconds: created.microseconds
        + Int64(random.below(Int(max(1, min(passed, 30 * 86_400))))) * 1_000_000
        + Int64(random.below(1_000_000)))
    let hasEvents = status != .archived && (isFull || index.isMultiple(of: 20))
    let eventCount = index == Self.crowded ? 250 : isFull ? 3 + random.below(30) : 3
    let content = CaseContent(
      name: Self.name(index),
      description: random.happens(isFull ? 90 : 50)
        ? Self.description(subject, &random) : nil,
      findings: (isFull ? random.happens(80) : index.isMultiple(of: 25))
        ? SampleFindings.text(subject, created, isLong: isFull, &random) : nil,
      subject: subject?.userId, assignee: assignee?.userId)
    var seed = CaseSeed(
      content: content, status: status, created: ChangeStamp(user: creator, time: created),
      updated: ChangeStamp(user: assignee ?? creator, time: min(updated, now)),
      events: hasEvents
        ? events.events(
          eventCount, ofCase: index, of: subject ?? people.subjects[0], until: created)
        : [])
    if isFull {
      seed.past = SampleSteps.steps(
        to: seed, reviewer: people.analysts[index % people.analysts.count])
    }
    return seed
  }

  /// Creation times rise with the numbers, over the 400 days before now.
  private func creation(_ index: Int, _ random: inout SampleRandom) -> Timestamp {
    let span = 400 * Self.daySeconds
    let step = max(1, span / max(1, count))
    let second = -span + index * step + random.below(step)
    return Timestamp(
      microseconds: now.adding(seconds: Int64(second)).microseconds
        - Int64(random.below(1_000_000)))
  }

  private static func status(_ index: Int) -> CaseStatus {
    switch index * 7 % 20 {
    case 0..<12: .open
    case 12..<19: .closed
    default: .archived
    }
  }

  /// A name that no other place has, at most 50 characters long.
  static func name(_ index: Int) -> String {
    if index % 8 == 5 {
      let place = index / 8
      let name = worldNames[place % worldNames.count]
      let round = place / worldNames.count
      return round == 0 ? name : "\(name) (\(round + 1))"
    }
    let theme = themes[index % themes.count]
    let detail = details[(index / themes.count + index * 3) % details.count]
    let round = index / (themes.count * details.count)
    return round == 0 ? "\(theme), \(detail)" : "\(theme), \(detail) \(round + 1)"
  }

  private static func description(_ subject: User?, _ random: inout SampleRandom) -> String {
    let who = subject?.username ?? "An unknown account"
    return "\(who) \(random.pick(deeds)) \(random.pick(reasons))"
  }

  private static let themes = [
    "Departing employee", "USB copy", "Private cloud upload", "Source code leak",
    "Airdrop to private phone", "Archive before leave", "Printed price list",
    "Customer list by mail", "Public link", "Push to private repo", "Payroll export",
    "Contractor offboarding", "Night download", "Design files shared", "Patent drafts moved",
    "Salary sheet opened", "Unknown sync client", "Lost laptop", "Board papers forwarded",
    "Repeated alert",
  ]
  private static let details = [
    "sales Berlin", "R&D Tokyo", "finance", "HR Madrid", "legal", "Project Aurora",
    "Project Kestrel", "Q3 forecast", "plant 7", "support Kraków", "São Paulo", "lab 2",
    "tender 2026", "data room", "CAD models", "roadmap", "exports", "contracts", "firmware",
    "training data",
  ]
  private static let worldNames = [
    "退職者によるUSBコピー", "顧客名簿の社外送信", "퇴사자 클라우드 업로드", "설계 도면 유출 의심", "离职员工下载源代码",
    "客户名单外发", "Увольнение: копия на флешку", "Утечка прайс-листа", "Αντιγραφή σχεδίων σε USB",
    "تسريب قائمة العملاء", "העתקת קבצים לפני עזיבה", "ग्राहक सूची का डाउनलोड", "การอัปโหลดไฟล์ส่วนตัว",
    "Tải lên đám mây cá nhân", "Übergabe an Wettbewerber, Köln", "Café menu & prix, fuite",
    "Re\u{301}sume\u{301}s et salaires, Zu\u{308}rich", "Ñandú: copia de planos",
    "📁 Shared folder, marketing", "🔑 Keys in a public repo", "Żółty plik — Łódź",
    "İstanbul ofisi, taşınan dosyalar", "Ελληνικά γραφεία: USB", "新製品ロードマップの印刷",
  ]
  private static let deeds = [
    "copied project files to a USB stick", "uploaded a folder to a private cloud account",
    "made a public link to an internal document", "mailed a customer list to a private address",
    "cloned repositories outside of working hours", "renamed archives before moving them",
    "synchronised the team drive to a personal computer",
  ]
  private static let reasons = [
    "two weeks before leaving.", "after the resignation was announced.",
    "although the device is not managed.", "and deleted the originals afterwards.",
    "while on leave.", "shortly after the reorganisation.", "without a ticket or approval.",
    "— reported by the team lead.",
  ]
}
