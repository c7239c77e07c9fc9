import CasesAPI

/// A text with placeholders that is put into findings, or begins a new case.
public struct Template: Hashable, Codable, Sendable {
  /// What it is called: the name of its file without the ending.
  public let name: String
  /// What a new case gets in its other fields; such a template is offered for new cases only.
  let fields: [CaseField: String]
  /// The text of the findings.
  let body: String

  /// Reads a template.
  ///
  /// A head between two lines of three hyphens names fields of a new case, one a line, such as
  /// `name: Departing employee`; everything after it is the text of the findings.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - text: the contents of its file.
  public init(name: String, _ text: String) {
    self.name = name
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      fields = [:]
      body = text
      return
    }
    var fields: [CaseField: String] = [:]
    for line in lines[1..<end] {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let field = CaseField(rawValue: String(parts[0]).trimmed) else {
        continue
      }
      fields[field] = String(parts[1]).trimmed
    }
    self.fields = fields
    body = lines[(end + 1)...].joined(separator: "\n")
  }

  /// Whether it begins a new case.
  var isForNewCase: Bool { !fields.isEmpty }
}
