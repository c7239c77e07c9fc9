/// The version of the program.
enum Version {
  /// The version by semantic versioning.
  static let number = "0.1.0"
}
