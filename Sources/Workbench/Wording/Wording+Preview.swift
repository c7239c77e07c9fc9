public import CasesAPI
import TerminalModel

/// What the preview says about itself.
extension Wording {
  /// The title of the preview.
  ///
  /// - Parameter field: the field that is rendered.
  /// - Returns: its name and that it is rendered.
  public static func preview(of field: CaseField) -> String { "\(name(of: field)), rendered" }

  static func backInText(_ key: Key) -> String {
    "Here is the text again; nothing was taken away. \(key.name) once more does it"
  }

  /// Instead of a text that is not rendered, since that could take too long.
  public static let tooLargeToRender =
    "This text is too large to be rendered. It is saved as it was written."
  /// Instead of a text that renders to nothing.
  public static let nothingToRender = "Nothing to render yet."
}
