import CasesAPI
import CaseWire
import StateStore

/// Templates: texts with placeholders that are put in with a key.
extension WorkbenchState {
  /// The most events that a table of events takes.
  private static let mostEvents = 100

  /// Takes templates in.
  mutating func templatesLoaded(_ loaded: [Template], _ troubles: [String]) -> Orders {
    templates = loaded
    if case .insert(let shown) = dialog {
      var dialog = InsertDialog(insertChoices)
      dialog.cursor = min(shown.cursor, max(0, dialog.choices.count - 1))
      self.dialog = .insert(dialog)
    }
    if let trouble = troubles.first { notice = Notice(.error, Wording.templateUnreadable(trouble)) }
    return []
  }

  /// The templates that fit the field in use, with the letters that take them.
  var templateChoices: [InsertChoice] {
    guard let form, CaseForm.isMultiline(form.focus) || form.key == .newCase else { return [] }
    let letters = "abcfghilnopqrsuvwxyz"
    let fitting = templates.filter { form.key == .newCase || !$0.isForNewCase }
    return zip(letters, fitting).map { letter, template in
      InsertChoice(
        letter, Wording.template(template), text: templateValues.fill(template.body).text,
        startsLine: true)
    }
  }

  /// Fills the other fields of a new case from the template that was chosen, where they are blank,
  /// and tells which placeholders mean nothing.
  mutating func fillFields(from choice: InsertChoice) -> Orders {
    guard let template = templates.first(where: { Wording.template($0) == choice.name }) else {
      return []
    }
    var orders: Orders = []
    var unknown = templateValues.fill(template.body).unknown
    if form?.key == .newCase {
      for field in CaseForm.fields where field != .findings {
        guard let text = template.fields[field], form?.editors[field]?.isEmpty == true else {
          continue
        }
        let filled = templateValues.fill(text)
        unknown += filled.unknown.filter { !unknown.contains($0) }
        form?.editors[field]?.insert(filled.text)
        orders += typed(in: field)
      }
    }
    if !unknown.isEmpty { notice = Notice(.attention, Wording.unknownPlaceholders(unknown)) }
    return orders
  }

  /// What the placeholders stand for at this moment.
  var templateValues: TemplateValues {
    let texts = form?.texts ?? FormTexts()
    let known = form?.key.number == detail.number ? detail.known : nil
    var values = [
      "number": form?.key.number.map { String($0.rawValue) } ?? "", "name": texts.name,
      "subject": texts.subject, "assignee": texts.assignee, "user": me ?? "",
      "date": DateText.day(now, in: zone), "time": TimeText.timeOfDay(now, in: zone),
      "status": known?.status.rawValue ?? "OPEN",
    ]
    values["created"] = known.map { TimeText.full($0.createdAt, in: zone) } ?? ""
    values["changed"] = known.map { TimeText.full($0.updatedAt, in: zone) } ?? ""
    values["events"] = eventTable
    return TemplateValues(texts: values)
  }

  /// The events of the case as a table in Markdown.
  private var eventTable: String {
    guard form?.key.number == events.number, !events.events.isEmpty else { return Wording.noEvents }
    var table = "| When | Risk | File | Exposure |\n|---|---|---|---|\n"
    for event in events.events.prefix(Self.mostEvents) {
      let time = event.eventTimestamp.map { TimeText.full($0, in: zone) } ?? ""
      let risk = event.riskScore.map(String.init) ?? ""
      let file = Report.markdownCell((event.filePath ?? "") + (event.fileName ?? ""))
      let exposure = event.exposure.map(Report.markdownCell).joined(separator: ", ")
      table += "| \(time) | \(risk) | \(file) | \(exposure) |\n"
    }
    let more = (events.total ?? events.events.count) - Self.mostEvents
    return more > 0 ? table + "\n\(Wording.moreEvents(more))" : String(table.dropLast())
  }
}
