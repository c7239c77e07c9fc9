public import CaseWire

/// Files, which go to a sink as they come (Cases API contract, § 1.3).
///
/// They are asked for unpacked, so that their length is that of the answer. The sink gets nothing
/// before the first bytes are known to be those of such a file. Where an error is thrown, what the
/// sink has taken is worth nothing: the end of the file may be missing.
extension CasesClient {
  /// Fetches the summary of a case as PDF.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - language: the language, such as `de`; nil for the server's usual one.
  ///   - sink: what takes the file.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came, a PDF at both its ends.
  /// - Throws: `CasesError` when there is no such result.
  public func summaryPDF(
    of number: CaseNumber, language: String? = nil, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async throws(CasesError) -> DownloadedFile {
    let request = CasesRequests.summaryPDF(of: number, language: language)
    return try await download(.exportSummary, request, .pdf, into: sink, progress)
  }

  /// Fetches the events of a case as CSV.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - sink: what takes the file.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came.
  /// - Throws: `CasesError` when there is no such result.
  public func eventCSV(
    of number: CaseNumber, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async throws(CasesError) -> DownloadedFile {
    let request = CasesRequests.eventCSV(of: number)
    return try await download(.exportEvents, request, .csv, into: sink, progress)
  }

  /// Fetches all of a case, or some parts of it, as ZIP.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - parts: what the archive shall hold; servers refuse an empty one.
  ///   - language: the language of the summary, such as `de`; nil for the server's usual one.
  ///   - sink: what takes the file.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came, a ZIP at both its ends.
  /// - Throws: `CasesError` when there is no such result.
  public func archive(
    of number: CaseNumber, parts: CaseArchiveParts, language: String? = nil,
    into sink: any DownloadSink, progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async throws(CasesError) -> DownloadedFile {
    let request = CasesRequests.archive(of: number, parts: parts, language: language)
    return try await download(.exportArchive, request, .zip, into: sink, progress)
  }

  /// Fetches the file that was captured with an event of a case.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event, any text.
  ///   - number: the number of the case.
  ///   - sink: what takes the file, whose content is that of an attacker as likely as not.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came; `.notFound` is thrown where the event has no file.
  /// - Throws: `CasesError` when there is no such result.
  public func sourceFile(
    of event: EventID, in number: CaseNumber, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async throws(CasesError) -> DownloadedFile {
    guard !event.rawValue.isEmpty else { throw .notFound(.getSourceFile) }
    let request = CasesRequests.sourceFile(of: event, in: number)
    return try await download(.getSourceFile, request, .any, into: sink, progress)
  }

  private func download(
    _ operation: CasesOperation, _ request: HTTPRequest, _ kind: DownloadKind,
    into sink: any DownloadSink,
    _ progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
  ) async throws(CasesError) -> DownloadedFile {
    let gate = DownloadGate(operation, kind, to: sink, now: now, progress: progress)
    let response: HTTPResponse
    do throws(CasesError) {
      response = try await answer(operation, request, into: gate).response
    } catch {
      throw gate.failure ?? error
    }
    return try gate.finish(response)
  }
}
