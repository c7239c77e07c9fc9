import CaseWire
import Glibc
import SummaryPDF
import Workbench

/// What the workbench needs of this machine.
struct MachineChecks {
  /// The variables.
  let environment: Environment
  /// Whether somebody sits at a terminal.
  let isTerminal: Bool
  /// Whether the personal server is worked on, which makes its PDFs here.
  let isPersonal: Bool

  /// Looks at everything.
  ///
  /// - Returns: one check a thing.
  func run() -> [Check] {
    [Check("terminal", terminal), Check("locale", locale), Check("PDF fonts", fonts)] + folders
  }

  private var terminal: Check.Finding {
    guard isTerminal else { return .passedOver("standard input or output is none") }
    guard let type = environment["TERM"] else {
      return .bad("TERM is not set", advice: "Set it, for example TERM=xterm-256color.")
    }
    let homes = [environment["TERMINFO"], environment["HOME"].map { "\($0)/.terminfo" }]
    let places =
      homes.compactMap(\.self) + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    let isKnown = places.contains { place in
      unsafe access("\(place)/\(type.prefix(1))/\(type)", R_OK) == 0
    }
    if !isKnown || type.contains("/") || type == "dumb" {
      return .bad(
        "the type \(type.quoted) cannot be used",
        advice: "Install ncurses-term, or set TERM=xterm-256color.")
    }
    return .good("type \(type)")
  }

  private var locale: Check.Finding {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0] != nil }
    let value = name.flatMap { environment[$0] } ?? ""
    let text = name.map { "\($0)=\(value)" } ?? "none is set"
    let folded = value.lowercased().filter { $0 != "-" }
    return folded.hasSuffix("utf8") || folded.contains("utf8@")
      ? .good(text)
      : .doubtful(
        "\(text): not UTF-8", advice: "If letters look broken, set LANG=C.UTF-8.")
  }

  private var fonts: Check.Finding {
    let now = Timestamp(microseconds: 0)
    let summary = CaseSummary(
      number: CaseNumber(1), name: "Grüße 漢字", createdAt: now, updatedAt: now)
    do throws(SummaryPDFError) {
      _ = try SummaryPDF.render(Case(summary: summary), on: now)
      return .good("a summary can be drawn")
    } catch {
      let advice = "Install fonts-dejavu-core and libpangocairo-1.0-0."
      return isPersonal
        ? .bad(error.description, advice: advice)
        : .doubtful("\(error.description) (only for servers of your own)", advice: advice)
    }
  }

  private var folders: [Check] {
    guard let folders = environment.folders else {
      return [Check("folders", .bad("HOME is not set", advice: "Set HOME to your home folder."))]
    }
    return [
      ("settings", folders.config, "login cannot keep a profile"),
      ("drafts", folders.state, "what is typed and not saved is lost at the end"),
      ("data", folders.data, "the personal server cannot keep cases"),
    ].map { title, path, loss in
      Check(
        "\(title) folder",
        WritableFolder.problem(path).map { .bad($0, advice: "Without it, \(loss).") }
          ?? .good(path))
    }
  }
}
