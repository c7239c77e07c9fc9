/// The command line of the program.
public enum WorkbenchCLI {
  /// Runs the program.
  public static func placeholder() {}
}
