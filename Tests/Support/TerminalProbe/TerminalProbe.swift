import Glibc

/// A screen that shows what its loop is told, and dies in many ways on request.
@main struct TerminalProbe {
  static func main() {
    exit(Probe().run())
  }
}
