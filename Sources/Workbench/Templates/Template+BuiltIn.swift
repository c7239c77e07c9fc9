extension Template {
  /// The templates that come along; a file of the same name takes the place of one.
  public static let builtIn = [
    Template(
      name: "triage",
      """
      # Summary

      {{date}} {{user}}: #{{number}} {{name}}, subject {{subject}}.

      ## What was seen

      {{events}}

      ## What it may mean

      - [ ] within the work of {{subject}}
      - [ ] known to the manager
      - [ ] data left the company

      ## Decision

      """),
    Template(
      name: "exfiltration review",
      """
      # Exfiltration review

      | Question | Answer |
      |---|---|
      | Who | {{subject}} |
      | Reviewed by | {{user}}, {{date}} {{time}} |
      | Data | |
      | Destination | |
      | Intent | |

      ## Evidence

      {{events}}

      ## Contained

      - [ ] access withdrawn
      - [ ] copies deleted, confirmed by
      - [ ] manager and HR told

      ## Conclusion

      """),
    Template(
      name: "departing employee",
      """
      ---
      name: Departing employee,
      description: Leaves on; activity of the last 90 days is reviewed.
      ---
      # Departure

      Opened {{date}} by {{user}}.

      - [ ] last day confirmed
      - [ ] events of the last 90 days added
      - [ ] manager asked

      """),
  ]
}
