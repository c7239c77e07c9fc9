import CasesAPI

/// Files that are fetched and saved.
extension WorkbenchRunner {
  /// Fetches a file and saves it, whole or not at all.
  ///
  /// - Parameters:
  ///   - order: what, and where to.
  ///   - progress: is told how far it is.
  /// - Returns: what became of it.
  func export(
    _ order: ExportOrder, progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async -> ExportOutcome {
    let file: DownloadFile
    do throws(FileError) {
      file = try DownloadFile(ExportFile(path: order.path, home: home), replacing: order.replacing)
    } catch {
      return Self.outcome(error)
    }
    defer { file.discard() }
    let fetched: DownloadedFile
    do throws(CasesError) {
      fetched = try await fetch(order, into: file, progress)
    } catch {
      return file.failure.map(Self.outcome) ?? .notFetched(error)
    }
    // Whoever gave the file up does not want it any more, complete as it is.
    guard !Task.isCancelled else {
      return .notFetched(
        .transport(.exportSummary, TransportError(.cancelled, "the file was given up")))
    }
    do throws(FileError) {
      try file.keep()
      return .saved(path: file.target.path, bytes: fetched.byteCount)
    } catch {
      return Self.outcome(error)
    }
  }

  private func fetch(
    _ order: ExportOrder, into file: DownloadFile,
    _ progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(CasesError) -> DownloadedFile {
    switch order.kind {
    case .summaryPDF:
      try await api.summaryPDF(of: order.number, language: nil, into: file, progress: progress)
    case .eventCSV:
      try await api.eventCSV(of: order.number, into: file, progress: progress)
    }
  }

  private static func outcome(_ error: FileError) -> ExportOutcome {
    if case .exists = error { return .exists }
    return .notWritten("\(error.text); nothing was written")
  }
}
