import TestSupport

/// A text of paragraphs with blank lines of many kinds, and what a writer might do to it.
struct MergeSample {
  private var start = ""
  /// Each paragraph with the separator after it.
  private var paragraphs: [(text: String, separator: String)] = []
  private var isOpenEnded = true

  /// A text of up to seven paragraphs, some of which are alike.
  init(_ random: inout SeededRandom) {
    start = ["", "", "", "\n", " \r\n\n"][random.next(below: 5)]
    isOpenEnded = random.next(below: 2) == 0
    for _ in 0..<random.next(below: 8) {
      let text = Self.texts[random.next(below: Self.texts.count)]
      paragraphs.append((text, Self.separator(&random)))
    }
  }

  /// The text.
  var text: String {
    var text = start
    for (index, paragraph) in paragraphs.enumerated() {
      text += paragraph.text
      if index < paragraphs.count - 1 || !isOpenEnded { text += paragraph.separator }
    }
    return text
  }

  /// The text after up to three changes, in which each new word is the writer's own.
  func changed(_ writer: String, _ random: inout SeededRandom) -> MergeSample {
    var sample = self
    for step in 0..<random.next(below: 4) {
      let word = "\(writer)\(step)"
      let place = random.next(below: sample.paragraphs.count + 1)
      let isInside = place < sample.paragraphs.count
      switch random.next(below: 10) {
      case 0..<3 where isInside: sample.paragraphs[place].text += " \(word)"
      case 3 where isInside: sample.paragraphs[place].text = "\(word)\nline"
      case 4 where isInside: sample.paragraphs.remove(at: place)
      case 5 where isInside: sample.paragraphs[place].separator = Self.separator(&random)
      case 6 where isInside:
        sample.paragraphs.insert(sample.paragraphs.remove(at: place), at: 0)
      case 7: sample.isOpenEnded.toggle()
      case 8: sample.start = ["", "\n", "\r\n\r\n"][random.next(below: 3)]
      default: sample.paragraphs.insert((word, Self.separator(&random)), at: place)
      }
    }
    return sample
  }

  private static let texts = ["same", "alike again", "one\ntwo", "e\u{301}", "\u{E9}", "语 👩‍👩‍👧"]

  private static func separator(_ random: inout SeededRandom) -> String {
    ["\n\n", "\n\n", "\r\n\r\n", "\n\n\n\n", "\n \t\n", "\r\r"][random.next(below: 6)]
  }
}
