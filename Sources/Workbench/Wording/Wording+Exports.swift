import CasesAPI
import CaseWire

extension Wording {
  static func exporting(_ order: ExportOrder, _ progress: DownloadProgress?) -> String {
    guard let progress else { return file(order) }
    return "\(file(order)): \(amount(progress))"
  }

  static func exportStopped(_ order: ExportOrder) -> String {
    "Stopped saving the \(file(order)); no part of it is left"
  }

  private static func file(_ order: ExportOrder) -> String {
    switch order.kind {
    case .summaryPDF: "PDF of #\(order.number)"
    case .eventCSV: "CSV of #\(order.number)"
    }
  }

  /// `3 of 12 MB`, both in the unit of the larger one.
  private static func amount(_ progress: DownloadProgress) -> String {
    let whole = max(progress.received, progress.expected ?? 0)
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")]
    let (unit, name) = units.first { whole >= $0.0 } ?? (1, "bytes")
    let hasTenths = unit > 1 && whole < 10 * unit
    // Rounded down, so that no more is told than there is.
    func text(_ count: Int) -> String {
      hasTenths ? "\(count / unit).\(count / (unit / 10) % 10)" : grouped(count / unit)
    }
    let received = text(progress.received)
    return progress.expected.map { "\(received) of \(text($0)) \(name)" } ?? "\(received) \(name)"
  }
}
