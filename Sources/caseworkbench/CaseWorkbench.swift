import WorkbenchCLI

@main
enum CaseWorkbench {
  static func main() {
    WorkbenchCLI.placeholder()
  }
}
