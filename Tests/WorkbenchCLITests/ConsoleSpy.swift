import Glibc
import Threads

@testable import WorkbenchCLI

/// A console that keeps what is written.
final class ConsoleSpy: Sendable {
  private let texts = Locked((output: "", error: "", questions: ""))

  /// What arrived on standard output.
  var output: String { texts.withLock { $0.output } }
  /// What arrived on standard error.
  var error: String { texts.withLock { $0.error } }

  /// The questions that were asked, one a line.
  var questions: String { texts.withLock { $0.questions } }

  /// The console; each writing to standard output ends with the failure, if there is one.
  func console(isTerminal: Bool = true, failure: SystemError? = nil, answers: [String] = [])
    -> Console
  {
    let answers = Locked(answers)
    return Console(
      isTerminal: isTerminal,
      writeOutput: { text throws(SystemError) in
        if let failure { throw failure }
        self.texts.withLock { $0.output += text }
      },
      writeError: { text in self.texts.withLock { $0.error += text } },
      ask: { question, kind throws(CommandError) in
        self.texts.withLock { $0.questions += "\(kind) \(question)\n" }
        let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let answer else { throw .failed("nobody answers") }
        return answer
      })
  }
}
