/// The variables of the environment, where an empty one counts as absent.
struct Environment: Sendable {
  private let variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables.filter { !$0.value.isEmpty }
  }

  /// The value of a variable.
  ///
  /// - Parameter name: the name of the variable.
  /// - Returns: nil where it is not set or empty.
  subscript(name: String) -> String? { variables[name] }
}
