import CasesAPI
import CaseWire

/// What is done to one of many cases.
extension WorkbenchRunner {
  func carryOut(
    _ act: BulkAct, on summary: CaseSummary, _ rules: CloseRules
  ) async -> BulkOutcome {
    let number = summary.number
    switch act {
    case .assign(let name):
      return await change(number) { $0.texts.assignee = name }
    case .setSubject(let name):
      return await change(number) { $0.texts.subject = name }
    case .close:
      return await close(summary, rules)
    case .delete:
      return .deleted(await api.deleteOnce(number))
    case .addEvents(let events):
      return await add(events, to: number)
    case .export(let kind, let folder):
      let path = folder.hasSuffix("/") ? folder : "\(folder)/"
      let order = ExportOrder(
        number: number, kind: kind, path: path + kind.fileName(for: number), replacing: false)
      return .exported(order, await export(order))
    }
  }

  /// Assigns one case, unless somebody has assigned it since it was seen.
  func assign(_ summary: CaseSummary, to name: String) async -> BulkOutcome {
    do throws(CasesError) {
      let latest = try await api.getCase(summary.number)
      guard latest.summary.assignee == summary.assignee else { return .changedSince }
      var draft = Draft(of: latest, at: clock())
      draft.texts.assignee = name
      let order = SaveOrder(draft, closes: false)
      return .saved(order, await save(order))
    } catch {
      return .notRead(error)
    }
  }

  /// Adds to one case the events that it does not have, so that no other one is ever taken off
  /// again.
  private func add(_ events: [EventID], to number: CaseNumber) async -> BulkOutcome {
    do throws(CasesError) {
      let missing = try await api.missing(events, in: number)
      let change = EventChange(.add, events.filter(missing.contains), of: number)
      return .eventsChanged(change, await carryOut(change))
    } catch {
      return .notRead(error)
    }
  }

  private func change(
    _ number: CaseNumber, _ edit: (inout Draft) -> Void
  ) async -> BulkOutcome {
    do throws(CasesError) {
      var draft = Draft(of: try await api.getCase(number), at: clock())
      edit(&draft)
      let order = SaveOrder(draft, closes: false)
      return .saved(order, await save(order))
    } catch {
      return .notRead(error)
    }
  }

  /// Closes a case if it still is as it was marked, and as the rules want it.
  private func close(_ summary: CaseSummary, _ rules: CloseRules) async -> BulkOutcome {
    do throws(CasesError) {
      let latest = try await api.getCase(summary.number)
      guard latest.summary.updatedAt == summary.updatedAt else { return .changedSince }
      let draft = Draft(of: latest, at: clock())
      let violations = rules.violations(draft.texts)
      guard violations.isEmpty else { return .violates(violations) }
      let order = SaveOrder(draft, closes: true)
      return .saved(order, await save(order))
    } catch {
      return .notRead(error)
    }
  }
}
