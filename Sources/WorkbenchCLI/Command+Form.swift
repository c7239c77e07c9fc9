extension Command {
  /// How many sample cases there are where no number is given.
  static let sampleCount = 240
  /// How many sample cases there may be.
  static let mostSamples = 1_000_000

  /// What the parser takes and the help says.
  var form: CommandForm {
    switch self {
    case .workbench: Self.workbenchForm
    case .demo: Self.demoForm
    case .login: Self.loginForm
    case .doctor: Self.doctorForm
    case .drafts: CommandForm(summary: "see and drop what was written and not saved")
    case .draftsList: Self.draftsListForm
    case .draftsShow: Self.draftsShowForm
    case .draftsDrop: Self.draftsDropForm
    case .server: CommandForm(summary: "run a Cases API server of your own")
    case .serverStart: Self.serverStartForm
    case .serverAddUser: Self.serverAddUserForm
    }
  }

  private static let workbenchForm = CommandForm(
    summary: "work on cases in the terminal",
    remarks: [
      """
      With nothing configured the workbench opens on a personal server that runs inside the \
      program, for as long as it is open, and keeps its cases on this machine. \
      Inside the workbench, ? shows all keys.
      """
    ],
    options: [
      OptionForm(
        .profile, .required("NAME"), "work on the server of a profile of the settings file"),
      OptionForm(.url, .required("URL"), "work on the server at URL; credentials as below"),
      OptionForm(.plainHTTP, .none, "allow http:// to another machine, readable on its way"),
      OptionForm(.data, .required("DIR"), "keep the personal server's cases in DIR"),
      OptionForm(.fresh, .none, "begin with all open cases, not where you left"),
    ] + logOptions,
    sections: [
      CommandForm.Section(
        title: "Environment",
        rows: [
          ("CASEWORKBENCH_URL", "server, such as https://api.us.code42.com"),
          ("CASEWORKBENCH_CLIENT_ID", "API client, together with ..."),
          ("CASEWORKBENCH_CLIENT_SECRET", "... its secret; or instead of both:"),
          ("CASEWORKBENCH_TOKEN", "a ready bearer token"),
          ("INCYDR_URL", "the same for users of incydr, taken where no ..."),
          ("INCYDR_API_CLIENT_ID", "... CASEWORKBENCH_ name is set: server, ..."),
          ("INCYDR_API_CLIENT_SECRET", "... API client and its secret"),
          ("CASEWORKBENCH_CA_FILE", "PEM certificates to trust instead of the system's"),
          ("CASEWORKBENCH_CLIENT_CERT", "PEM certificate to show to the server, ..."),
          ("CASEWORKBENCH_CLIENT_KEY", "... its key, if not in the same file"),
          ("CASEWORKBENCH_LOG", "the same as --log ..."),
          ("CASEWORKBENCH_LOG_LEVEL", "... and --log-level"),
          ("https_proxy, no_proxy", "proxy, and hosts without one; also in capitals"),
          ("XDG_CONFIG_HOME", "where caseworkbench/config.toml lies, if not in ~/.config"),
          ("XDG_DATA_HOME", "where cases are kept, if not in ~/.local/share"),
          ("TMPDIR", "where a demo keeps its cases, if not in /tmp"),
        ]),
      CommandForm.Section(
        title: "Exit status",
        rows: [
          ("0", "done"),
          ("1", "something failed; standard error says what"),
          ("2", "arguments or environment make no sense; nothing was begun"),
        ]),
    ])

  private static let demoForm = CommandForm(
    summary: "try the workbench with sample cases that vanish at the end",
    remarks: [
      """
      Starts a server inside the program, in a temporary folder that is removed at the end. \
      Settings of the environment are passed over, so nothing reaches any other server.
      """
    ],
    options: [
      OptionForm(.cases, .required("N"), "make N sample cases instead of \(sampleCount)")
    ] + logOptions)

  private static let logOptions = [
    OptionForm(.log, .required("FILE"), "note every request in FILE, in one line, no secrets"),
    OptionForm(
      .logLevel, .required("LEVEL"),
      "errors, requests (if not given), or bodies, with what was sent and what came"),
  ]

  private static let loginForm = CommandForm(
    summary: "keep a server and an API client as a profile",
    remarks: [
      """
      Asks for the server, the client id, the secret or where it is kept, and, where they are \
      wanted, certificates, a proxy and your user name; checks them with a real request; then writes the profile to caseworkbench/config.toml in $XDG_CONFIG_HOME or \
      ~/.config. Comments and other profiles stay as they are.
      """
    ],
    options: [
      OptionForm(.profile, .required("NAME"), "name of the profile, if not default"),
      OptionForm(.plainHTTP, .none, "allow http:// to another machine, readable on its way"),
    ])

  private static let doctorForm = CommandForm(
    summary: "test each step to the cases and say which one fails",
    remarks: [
      """
      Looks at settings, name, connection, proxy, TLS, token and list, then at the terminal, the \
      locale, the fonts of the PDF and the folders. Ends with status 1 where one fails.
      """
    ],
    options: [
      OptionForm(.profile, .required("NAME"), "test the server of a profile"),
      OptionForm(.url, .required("URL"), "test the server at URL"),
      OptionForm(.plainHTTP, .none, "allow http:// to another machine, readable on its way"),
    ])

  private static let serverStartForm = CommandForm(
    summary: "serve the Cases API until SIGTERM or SIGINT",
    remarks: [
      """
      Prints 'listening on http://HOST:PORT' on standard output once requests are answered. \
      Several servers may share one folder.
      """
    ],
    options: [
      OptionForm(
        .listen, .required("HOST:PORT"),
        "numeric address and port, such as [::1]:8484; port 0 picks one; 127.0.0.1:8484 where not given"
      ),
      OptionForm(
        .data, .required("DIR"),
        "keep cases and users in DIR, not in ~/.local/share/caseworkbench/server"),
      OptionForm(
        .sampleData, .optionalNumber("N", default: sampleCount),
        "fill an empty folder with N sample cases, \(sampleCount) where N is not given"),
    ])

  private static let serverAddUserForm = CommandForm(
    summary: "add a user with an API client to a server",
    remarks: [
      """
      Prints one JSON object with userUid, username, clientId and clientSecret. The secret is \
      shown this once: only a hash of it is kept. The server may be running.
      """
    ],
    operands: ["USERNAME"],
    options: [
      OptionForm(
        .data, .required("DIR"),
        "folder of the server, if not ~/.local/share/caseworkbench/server")
    ])
}
