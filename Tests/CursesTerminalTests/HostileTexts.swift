/// Texts that try to steer a terminal or to hide what they are.
enum HostileTexts {
  static let all = [
    "wipe\u{1B}[2J\u{1B}[Hed", "named\u{1B}]2;other\u{7}end", "copy\u{1B}]52;c;QUFB\u{7}",
    "link\u{1B}]8;;http://192.0.2.7/\u{1B}\\to\u{1B}]8;;\u{1B}\\", "eight\u{9B}32mbit",
    "erase\u{8}\u{8}\u{8}d", "back\rFRONT", "ring\u{7}", "ask\u{1B}[6n\u{1B}[0c\u{5}",
    "device\u{1B}P1;1|17/61\u{1B}\\", "open\u{1B}]0;for ever", "nul\u{0}", "full\u{1B}creset",
    "rub\u{7F}out", "two\nlines", "tab\tstop", "c1\u{90}\u{9D}\u{9F}\u{85}", "shift\u{E}out",
    "invoice\u{202E}fdp.exe", "join\u{200D}\u{200B}\u{FEFF}ed", "line\u{2028}\u{2029}ends",
    "iso\u{2066}\u{2069}lated", "private\u{E000}\u{F8FF}", "tag\u{E0041}\u{E0042}",
    String(repeating: "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", count: 5),
  ]

  /// Every control character of ASCII and of ISO 6429 between two letters.
  static let controls = (Array(0..<0x20) + Array(0x7F...0x9F) as [UInt32]).compactMap {
    Unicode.Scalar($0).map { "a\($0)b" }
  }
}
