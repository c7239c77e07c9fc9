// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A Swift library of the package: strict settings, its dependencies by name.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C library of the system, seen through `Sources/System/NAME/shim.h`.
func system(_ name: String, path: String? = nil) -> Target {
  .systemLibrary(name: name, path: path ?? "Sources/System/\(name)")
}

/// The tests of one library.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "CaseWorkbench",
  products: [.executable(name: "caseworkbench", targets: ["caseworkbench"])],
  targets: [
    // The program
    .executableTarget(
      name: "caseworkbench", dependencies: ["WorkbenchCLI"], swiftSettings: strict),
    library(
      "WorkbenchCLI",
      [
        "CTOML", "CaseWire", "CasesAPI", "CasesHTTP", "CasesServer", "CursesTerminal",
        "StateStore", "SummaryPDF", "TerminalModel", "Threads", "Workbench", "WorkbenchView",
      ]),

    // The screens: state, reducers and effects; then their drawing
    library(
      "WorkbenchView", ["CaseWire", "CasesAPI", "Markdown", "TerminalModel", "Workbench"]),
    library(
      "Workbench",
      ["CaseWire", "CasesAPI", "Markdown", "StateStore", "TerminalModel", "Threads"]),
    library("StateStore", ["Threads"]),
    library("Markdown", ["CMark", "TerminalModel", "Threads"]),

    // The terminal
    library("CursesTerminal", ["CNcurses", "TerminalModel"]),
    library("TerminalModel"),

    // The client of the Cases API
    library("CasesHTTP", ["CCurl", "CaseWire", "CasesAPI", "Threads"]),
    library("CasesAPI", ["CaseWire", "Threads"]),

    // The server of the Cases API
    library(
      "CasesServer",
      ["CMicroHTTPD", "CSQLite", "CSodium", "CaseWire", "SummaryPDF", "Threads"]),
    library("SummaryPDF", ["CPangoCairo", "CaseWire"]),

    // What all of them speak
    library("CaseWire"),
    library("Threads"),

    // The settings file, read by toml++
    .target(
      name: "CTOML", cxxSettings: [.define("TOML_EXCEPTIONS", to: "0")]),

    // C libraries; CCurl and CPangoCairo load theirs at the first use
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CPangoCairo", linkerSettings: [.linkedLibrary("dl")]),
    system("CMark"),
    system("CMicroHTTPD"),
    system("CNcurses"),
    system("CSQLite"),
    system("CSodium"),

    // Tests
    system("CVTerm", path: "Tests/Support/CVTerm"),
    .target(
      name: "TestSupport",
      dependencies: [
        "CVTerm", "CaseWire", "CasesAPI", "CasesServer", "TerminalModel", "Threads",
      ],
      path: "Tests/Support/TestSupport", swiftSettings: strict),
    .target(
      name: "WorkbenchSupport",
      dependencies: ["CaseWire", "CasesAPI", "StateStore", "TerminalModel", "Workbench"],
      path: "Tests/Support/WorkbenchSupport", swiftSettings: strict),
    tests("CaseWireTests", ["CaseWire"]),
    tests(
      "CasesAPITests", ["CaseWire", "CasesAPI", "CasesServer", "TestSupport", "Threads"]),
    tests(
      "CasesHTTPTests",
      ["CCurl", "CaseWire", "CasesAPI", "CasesHTTP", "CasesServer", "TestSupport", "Threads"]),
    tests(
      "CasesServerTests", ["CSQLite", "CaseWire", "CasesServer", "TestSupport", "Threads"],
      exclude: ["Resources"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CursesTerminal", "StateStore", "TerminalModel"],
      path: "Tests/Support/TerminalProbe", swiftSettings: strict),
    tests(
      "CursesTerminalTests",
      ["CNcurses", "CursesTerminal", "TerminalModel", "TerminalProbe", "TestSupport"]),
    tests(
      "EndToEndTests",
      [
        "CSQLite", "CaseWire", "CasesAPI", "CasesHTTP", "TerminalModel", "TestSupport", "Threads",
        "caseworkbench",
      ]),
    tests("MarkdownTests", ["Markdown", "TerminalModel", "TestSupport"]),
    tests("StateStoreTests", ["StateStore", "Threads"]),
    tests("SummaryPDFTests", ["CaseWire", "SummaryPDF", "TestSupport"]),
    tests("TerminalModelTests", ["CNcurses", "TerminalModel", "TestSupport"]),
    tests(
      "WorkbenchCLITests",
      [
        "CSQLite", "CaseWire", "CasesAPI", "CasesHTTP", "CasesServer", "TestSupport", "Threads",
        "WorkbenchCLI",
      ]),
    tests(
      "WorkbenchTests",
      [
        "CaseWire", "CasesAPI", "CasesHTTP", "Markdown", "StateStore", "TerminalModel",
        "TestSupport", "Threads", "Workbench", "WorkbenchSupport", "WorkbenchView",
      ]),
    tests(
      "WorkbenchViewTests",
      [
        "CaseWire", "CasesAPI", "TerminalModel", "TestSupport", "Workbench", "WorkbenchSupport",
        "WorkbenchView",
      ], exclude: ["Goldens"]),
  ],
  cxxLanguageStandard: .cxx17
)
