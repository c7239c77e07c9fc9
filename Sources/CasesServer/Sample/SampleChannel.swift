import CaseWire

/// A way by which files leave in the sample data, with the words that go with it.
struct SampleChannel {
  /// What happened to the file.
  let action: String
  /// What noticed it.
  let observer: String
  /// The words of exposure.
  let exposure: [String]
  /// What makes it risky.
  let indicator: RiskIndicator
  /// Where the file went: category and name.
  let destination: (category: String, name: String)
  /// Whether the file lay in the cloud, so that it has no path.
  let isCloud: Bool

  static let all = [
    SampleChannel(
      action: "removable-media-created", observer: "Endpoint", exposure: ["RemovableMedia"],
      indicator: RiskIndicator(name: "Removable media", weight: 3),
      destination: ("Device", "Removable Media"), isCloud: false),
    SampleChannel(
      action: "application-read", observer: "Endpoint",
      exposure: ["ApplicationRead", "OutsideTrustedDomains"],
      indicator: RiskIndicator(name: "Dropbox upload", weight: 5),
      destination: ("Cloud Storage", "Dropbox"), isCloud: false),
    SampleChannel(
      action: "application-read", observer: "Endpoint", exposure: ["ApplicationRead"],
      indicator: RiskIndicator(name: "Gmail upload", weight: 4),
      destination: ("Email", "Gmail"), isCloud: false),
    SampleChannel(
      action: "file-created", observer: "Endpoint", exposure: ["CloudStorage"],
      indicator: RiskIndicator(name: "iCloud sync", weight: 3),
      destination: ("Cloud Storage", "iCloud"), isCloud: false),
    SampleChannel(
      action: "file-shared", observer: "GoogleDrive",
      exposure: ["SharedToDomain", "OutsideTrustedDomains"],
      indicator: RiskIndicator(name: "Shared outside of trusted domains", weight: 4),
      destination: ("Cloud Storage", "Google Drive"), isCloud: true),
    SampleChannel(
      action: "file-shared", observer: "OneDrive", exposure: ["SharedViaLink", "IsPublic"],
      indicator: RiskIndicator(name: "Public link", weight: 6),
      destination: ("Cloud Storage", "OneDrive"), isCloud: true),
    SampleChannel(
      action: "file-printed", observer: "Endpoint", exposure: ["ApplicationRead"],
      indicator: RiskIndicator(name: "Printed", weight: 2),
      destination: ("Device", "Printer"), isCloud: false),
    SampleChannel(
      action: "file-modified", observer: "Endpoint", exposure: [],
      indicator: RiskIndicator(name: "File modified", weight: 0),
      destination: ("Uncategorized", "Unknown"), isCloud: false),
  ]

  /// What can make an event riskier than its channel does.
  static let moreIndicators = [
    RiskIndicator(name: "Off hours", weight: 2), RiskIndicator(name: "Source code", weight: 3),
    RiskIndicator(name: "Archive", weight: 1), RiskIndicator(name: "File mismatch", weight: 3),
    RiskIndicator(name: "First use of destination", weight: 2),
    RiskIndicator(name: "Rare use of destination", weight: 1),
    RiskIndicator(name: "Remote activity", weight: 1),
  ]
}
