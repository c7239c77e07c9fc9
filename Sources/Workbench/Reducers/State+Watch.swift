import CasesAPI
import CaseWire
import StateStore

/// What others change while a case is written: told at once, and nothing that was typed moves.
extension WorkbenchState {
  /// Starts the wait for the next look at the case in the form, or ends it.
  mutating func followWatch() -> Orders {
    let wanted = watched
    guard wanted != watch.number else { return [] }
    watch.number = wanted
    guard let wanted else {
      if form == nil { watch.troubles = 0 }
      return [.cancel(.watch)]
    }
    return [.run(.watchCase(wanted, rest: watch.wait), id: .watch)]
  }

  /// The case that is to be looked at; nil where there is no form, or nothing may move in it.
  private var watched: CaseNumber? {
    guard let form, !form.isSaving, externalEdit == nil, freshness.hasFocus,
      freshness.interval > 0
    else { return nil }
    // What a dialog shows of the form stays as it is.
    return dialog == nil ? form.key.number : nil
  }

  /// Takes a look at the case in: fields that the user left alone show what is there now.
  mutating func caseWatched(_ latest: Case) -> Orders {
    watch = CaseWatch()
    guard var form, form.key.number == latest.number, !form.isSaving, dialog == nil else {
      return []
    }
    let isSettled = latest.summary.status != .open
    let changed = latest.content.differences(from: form.draft.base)
    let texts = form.texts
    let shown = FormTexts(latest)
    let touched = Set(CaseForm.fields.filter(form.isChanged))
    let refreshed = changed.subtracting(touched)
    let disputed = changed.intersection(touched).filter { !texts[$0].isIdentical(to: shown[$0]) }
    guard
      !refreshed.isEmpty || disputed != form.news?.disputed ?? []
        || isSettled != form.news?.isSettled ?? false
    else { return [] }
    let told = (form.news?.refreshed ?? []).union(refreshed).subtracting(touched)
    let isNews = isSettled || !disputed.isEmpty || !told.isEmpty
    form.news =
      !isNews
      ? nil
      : FormNews(
        who: latest.summary.lastModifiedByUsername ?? Wording.somebodyElse, disputed: disputed,
        refreshed: told, isSettled: isSettled)
    for field in refreshed { form.show(FieldGround(latest, field), in: field) }
    self.form = form
    update(latest)
    if let news = form.news { notice = Notice(.attention, Wording.text(news)) }
    guard !refreshed.isEmpty, var draft = drafts[form.key] else { return [] }
    draft.base = form.draft.base
    draft.origin = form.draft.origin
    draft.texts = form.texts
    return keep(draft)
  }

  /// Notes that a look at the case failed; the next one takes longer.
  mutating func watchFailed(_ number: CaseNumber) -> Orders {
    guard watch.number == number else { return [] }
    watch.number = nil
    watch.troubles += 1
    return []
  }
}
