/// Long texts rendered, or as they were written.
extension WorkbenchState {
  /// Turns between the two; what can be read stays where it was as far as that goes.
  mutating func toggleMarkdown() -> Orders {
    isAsWritten.toggle()
    notice = Notice(.info, isAsWritten ? Wording.textsAsWritten : Wording.textsRendered)
    return []
  }
}
