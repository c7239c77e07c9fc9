/// The editor that the user has chosen, as a command that the shell reads.
public struct EditorCommand: Hashable, Sendable {
  /// The words as the user wrote them, arguments included.
  public let words: String

  /// Finds the editor: `VISUAL`, then `EDITOR`, then what Debian starts (environ(7)).
  ///
  /// - Parameters:
  ///   - visual: the value of `VISUAL`.
  ///   - editor: the value of `EDITOR`.
  public init(visual: String?, editor: String?) {
    let chosen = [visual, editor].compactMap { $0?.trimmed }.first { !$0.isEmpty }
    words = chosen ?? "sensible-editor"
  }

  /// What starts the editor on a file: the shell splits the words, the file is the last of them.
  ///
  /// - Parameter path: the file.
  /// - Returns: a program and its arguments.
  public func arguments(for path: String) -> [String] {
    ["/bin/sh", "-c", "\(words) \"$@\"", words, path]
  }

  /// Why an editor that ended with a status gives no text.
  ///
  /// - Parameter status: the exit status, as the shell tells it.
  /// - Returns: nil where it ended well.
  public func trouble(status: Int32) -> String? {
    switch status {
    case 0: nil
    case 126, 127: "“\(words)” cannot be started: set VISUAL or EDITOR"
    default: "“\(words)” ended with status \(status)"
    }
  }
}
