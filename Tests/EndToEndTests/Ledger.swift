import CaseWire
import Threads

/// What writers sent to a server, and what of it was answered.
final class Ledger: Sendable {
  /// The versions of a case's findings that may be found.
  struct Entry: Equatable {
    /// The last one that was answered.
    var answered: String
    /// One that was sent and not answered: it may have been stored or not.
    var pending: String?
  }

  private struct Book {
    var entries: [CaseNumber: Entry] = [:]
    var answers = 0
    var limit = 0
    var atLimit: @Sendable () -> Void = {}
  }

  private let book = Locked(Book())

  /// What is written about each case.
  var entries: [CaseNumber: Entry] { book.withLock { $0.entries } }
  /// How many requests were answered.
  var answers: Int { book.withLock { $0.answers } }

  /// Sets what is done at once when so many more requests have been answered.
  func after(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    book.withLock { book in
      book.limit = book.answers + count
      book.atLimit = body
    }
  }

  /// Writes down that a new text is sent for a case.
  func sends(_ findings: String, to number: CaseNumber) {
    book.withLock { $0.entries[number]?.pending = findings }
  }

  /// Writes down what was found stored, which must not change by itself any more.
  func settles(_ findings: String, in number: CaseNumber) {
    book.withLock { $0.entries[number] = Entry(answered: findings) }
  }

  /// Writes down that a text was answered.
  func hears(_ findings: String, of number: CaseNumber) {
    book.withLock { book in
      book.entries[number] = Entry(answered: findings)
      book.answers += 1
      if book.answers == book.limit { book.atLimit() }
    }
  }
}
