import CaseWire
import CasesAPI

extension Draft {
  /// What the next change of some fields starts from, once this one was sent.
  ///
  /// What somebody else wrote meanwhile into a field stands beside the text that was sent, or in
  /// its place. The writer has not seen it, so the next change starts from the text as sent and is
  /// merged again; it never takes the other's words away.
  ///
  /// - Parameters:
  ///   - fields: the fields of the next change.
  ///   - stored: the case as the server keeps it now.
  /// - Returns: the values and the texts to start from, as stored in all other fields.
  func start(
    of fields: [CaseField], storedAs stored: Case
  ) -> (base: CaseContent, origin: FormTexts) {
    var base = stored.content
    var origin = FormTexts(stored)
    let changed = changedFields
    for field in fields {
      if !changed.contains(field) {
        base.put(self.base[field], into: field)
        origin[field] = self.origin[field]
      } else if !field.isPerson, !texts[field].isAlike(origin[field]) {
        base.put(texts[field].isEmpty ? nil : texts[field], into: field)
        origin[field] = texts[field]
      }
    }
    return (base, origin)
  }
}

extension String {
  /// Whether two texts differ in nothing but what servers tidy up: the ends, and the line breaks.
  fileprivate func isAlike(_ other: String) -> Bool {
    func tidy(_ text: String) -> [Character] { text.trimmed.map { $0.isNewline ? "\n" : $0 } }
    return tidy(self) == tidy(other)
  }
}
