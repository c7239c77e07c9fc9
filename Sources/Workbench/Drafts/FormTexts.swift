public import CasesAPI
public import CaseWire

/// What stands in the fields of a form, letter by letter; people by their user names.
public struct FormTexts: Hashable, Codable, Sendable {
  /// The name of the case.
  public var name: String
  /// What the case is about.
  public var description: String
  /// What was found.
  public var findings: String
  /// The user name of the subject.
  public var subject: String
  /// The user name of the assignee.
  public var assignee: String

  /// Empty fields.
  public init() {
    (name, description, findings, subject, assignee) = ("", "", "", "", "")
  }

  /// The fields as they show a case.
  ///
  /// - Parameter shown: the case.
  public init(_ shown: Case) {
    name = shown.summary.name
    description = shown.description ?? ""
    findings = shown.findings ?? ""
    subject = shown.summary.subjectUsername ?? shown.summary.subject?.rawValue ?? ""
    assignee = shown.summary.assigneeUsername ?? shown.summary.assignee?.rawValue ?? ""
  }

  /// The text of one field.
  ///
  /// - Parameter field: the field.
  public subscript(field: CaseField) -> String {
    get {
      switch field {
      case .name: name
      case .description: description
      case .findings: findings
      case .subject: subject
      case .assignee: assignee
      }
    }
    set {
      switch field {
      case .name: name = newValue
      case .description: description = newValue
      case .findings: findings = newValue
      case .subject: subject = newValue
      case .assignee: assignee = newValue
      }
    }
  }

  /// Compares byte for byte: a letter that was composed anew is a change like any other.
  public static func == (left: FormTexts, right: FormTexts) -> Bool {
    CaseField.allCases.allSatisfy { left[$0].isIdentical(to: right[$0]) }
  }

  /// Feeds what `==` compares.
  ///
  /// - Parameter hasher: takes the texts.
  public func hash(into hasher: inout Hasher) {
    for field in CaseField.allCases { hasher.combine(self[field]) }
  }

  /// Whether nothing but white space was typed.
  public var isBlank: Bool {
    CaseField.allCases.allSatisfy { self[$0].allSatisfy(\.isWhitespace) }
  }

  /// The content that these texts mean.
  ///
  /// A field that still shows what it was started from keeps the exact value of that, so that an
  /// absent text does not become an empty one.
  ///
  /// - Parameters:
  ///   - origin: what the form was started from.
  ///   - base: the values behind it.
  ///   - people: the identifiers of user names that were typed.
  /// - Returns: the five fields for the server.
  func content(
    from origin: FormTexts, base: CaseContent, people: [CaseField: UserUID]
  ) -> CaseContent {
    func text(_ field: CaseField, _ value: String?) -> String? {
      self[field].isIdentical(to: origin[field]) ? value : self[field].isEmpty ? nil : self[field]
    }
    func person(_ field: CaseField, _ value: UserUID?) -> UserUID? {
      self[field].isIdentical(to: origin[field]) ? value : people[field]
    }
    return CaseContent(
      name: name, description: text(.description, base.description),
      findings: text(.findings, base.findings), subject: person(.subject, base.subject),
      assignee: person(.assignee, base.assignee))
  }
}
