import FoundationEssentials
import Glibc
import TerminalModel
import TestSupport
import Testing

/// The demonstration in a pseudo-terminal: it opens on its cases and leaves nothing behind.
@Suite struct DemoTests {
  /// How a demonstration is brought to its end.
  enum Leave: CaseIterable {
    case quit, terminate, hangUp, hangUpManyTimes, closedTerminal

    func apply(to program: PTYProcess) {
      switch self {
      case .quit: program.send("q")
      case .terminate: program.signal(SIGTERM)
      case .hangUp: program.signal(SIGHUP)
      case .hangUpManyTimes:
        // A terminal that goes away sends it from the system and from the shell.
        for _ in 1...40 {
          program.signal(SIGHUP)
          usleep(250)
        }
      case .closedTerminal: program.closeTerminal()
      }
    }

    var ending: PTYProcess.Ending {
      switch self {
      case .quit: .exited(0)
      case .terminate: .killed(SIGTERM)
      case .hangUp, .hangUpManyTimes, .closedTerminal: .killed(SIGHUP)
      }
    }
  }

  @Test(arguments: Leave.allCases)
  func leavesNothingBehind(leave: Leave) async throws {
    try await Scratch.use { folder in
      let program = try PTYProcess(
        "caseworkbench", ["demo", "--cases", "30"], size: Size(width: 100, height: 30),
        environment: ["HOME": folder, "TMPDIR": folder])
      try program.waitFor(text: "demo")
      try program.waitFor(text: " of 2")
      let during = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(during.filter { $0.hasPrefix("caseworkbench-demo-") }.count == 1)
      leave.apply(to: program)
      let ending = try program.waitForEnd()
      #expect(ending == leave.ending)
      let after = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(after.filter { $0.hasPrefix("caseworkbench-demo-") } == [])
    }
  }

  @Test func whatAKilledOneLeftIsSweptUpByTheNext() async throws {
    try await Scratch.use { folder in
      for leave in [SIGKILL, SIGTERM] {
        let program = try PTYProcess(
          "caseworkbench", ["demo", "--cases", "3"],
          environment: ["HOME": folder, "TMPDIR": folder])
        try program.waitFor(text: "demo")
        program.signal(leave)
        let ending = try program.waitForEnd()
        #expect(ending == .killed(leave))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
          .filter { $0.hasPrefix("caseworkbench-demo-") }
        #expect(left.count == (leave == SIGKILL ? 1 : 0))
      }
    }
  }
}
