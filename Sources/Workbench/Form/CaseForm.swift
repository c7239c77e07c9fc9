public import CasesAPI
import CaseWire

/// The form in which a case is written: five fields and what is known about each.
public struct CaseForm: Equatable, Sendable {
  /// The fields in the order of the Tab key.
  public static let fields: [CaseField] = [.name, .subject, .assignee, .description, .findings]

  /// The draft as it was when the form was opened.
  let opened: Draft
  /// What each field was started from, and what took the place of that; the editors know which.
  var grounds: [CaseField: [FieldGround]]
  /// The text boxes.
  public var editors: [CaseField: TextEditor]
  /// The first row of each box that is shown.
  public var tops: [CaseField: Int] = [:]
  /// The field that is typed into.
  public var focus: CaseField
  /// What is wrong with a field.
  public var problems: [CaseField: String] = [:]
  /// What is wrong with the whole.
  public var problem: String?
  /// The people that are offered for the field in use; nil while none are.
  public var people: PeopleChoice?
  /// What is looked for in the field in use; nil while nothing is.
  public var find: TextFind?
  /// What was looked for last.
  var lastQuery = ""
  /// Whether the key that opens further ones was pressed.
  public var awaitsMore = false
  /// What others have changed meanwhile; nil where nothing is known of that.
  public var news: FormNews?
  /// Whether a save is under way.
  public var isSaving = false

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - draft: what the form starts with.
  ///   - focus: the field that is typed into first.
  public init(_ draft: Draft, focus: CaseField) {
    opened = draft
    grounds = Dictionary(
      uniqueKeysWithValues: Self.fields.map {
        ($0, [FieldGround(draft.base, draft.origin, $0)])
      })
    self.focus = focus
    editors = Self.editors(draft.texts)
  }

  /// What the form is for.
  public var key: DraftKey { opened.key }

  /// What is wrong, to be told above the fields: with the whole, else with the field in use.
  public var toldProblem: String? {
    problem ?? problems[focus] ?? (problems.isEmpty ? nil : Wording.fieldsAreMarked)
  }

  /// What the fields show.
  public var texts: FormTexts {
    var texts = FormTexts()
    for (field, editor) in editors { texts[field] = editor.text }
    return texts
  }

  /// The longest text that the server takes in a field, in Unicode scalar values.
  ///
  /// - Parameter field: the field.
  /// - Returns: nil for people.
  public static func limit(of field: CaseField) -> Int? {
    switch field {
    case .name: CaseLimits.name
    case .description: CaseLimits.description
    case .findings: CaseLimits.findings
    case .subject, .assignee: nil
    }
  }

  /// Whether a field holds more than the server takes.
  ///
  /// - Parameter field: the field.
  /// - Returns: false where there is no limit.
  public func isTooLong(_ field: CaseField) -> Bool {
    guard let limit = Self.limit(of: field) else { return false }
    return length(of: field) > limit
  }

  /// The length of a field as the server counts it, in Unicode scalar values.
  ///
  /// - Parameter field: the field.
  /// - Returns: for the name, without blanks at its ends, since they are not sent.
  public func length(of field: CaseField) -> Int {
    guard let editor = editors[field] else { return 0 }
    return field == .name ? editor.text.trimmed.unicodeScalars.count : editor.scalarCount
  }

  /// Whether a field takes more than one line.
  ///
  /// - Parameter field: the field.
  /// - Returns: true for the description and the findings.
  public static func isMultiline(_ field: CaseField) -> Bool {
    field == .description || field == .findings
  }

  /// What the user must mend before the server can be asked; sets the problems of the fields.
  ///
  /// - Parameter me: who works here, for the word `me`; nil where it is not known.
  /// - Returns: whether nothing is wrong.
  mutating func check(me: String?) -> Bool {
    problems = [:]
    problem = nil
    for field in [CaseField.subject, .assignee]
    where texts[field].trimmed.lowercased() == WorkbenchState.meWord {
      if let me {
        editors[field]?.replaceAll(me)
        editors[field]?.moveToEnd()
      } else {
        problems[field] = Wording.whoIsMe
      }
    }
    let texts = texts
    if texts.name.trimmed.isEmpty { problems[.name] = Wording.nameMissing }
    for field in Self.fields {
      if isChanged(field), let mark = MergedText.firstMark(in: texts[field]) {
        problems[field] = Wording.undecided
        editors[field]?.move(to: mark)
      }
      guard let limit = Self.limit(of: field) else { continue }
      let length = length(of: field)
      if length > limit { problems[field] = Wording.tooLong(by: length - limit) }
      let forbidden = texts[field].unicodeScalars.filter(Self.isForbidden)
      if let first = forbidden.first, isChanged(field) {
        problems[field] = Wording.forbiddenCharacters(forbidden.count, first)
      }
    }
    if let first = Self.fields.first(where: { problems[$0] != nil }) { focus = first }
    return problems.isEmpty
  }

  /// Control characters other than tab and line breaks (Cases API contract, § 8).
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\r"
  }

  private static func editors(_ texts: FormTexts) -> [CaseField: TextEditor] {
    var editors: [CaseField: TextEditor] = [:]
    for field in fields {
      var editor = TextEditor(texts[field], isMultiline: isMultiline(field))
      // Findings grow at their end, and names are mended there.
      editor.moveToEnd()
      editors[field] = editor
    }
    return editors
  }
}
