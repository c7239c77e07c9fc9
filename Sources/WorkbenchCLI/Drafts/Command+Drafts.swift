extension Command {
  private static let draftsData = OptionForm(
    .data, .required("DIR"), "folder of the personal server, if not the usual one")

  /// What the list of drafts takes.
  static let draftsListForm = CommandForm(
    summary: "list the drafts of all servers, the newest last",
    remarks: [
      """
      Needs no server. Each draft has a name such as HOST/case-17, by which show and drop take it; \
      a case may have several: case-17, case-17~2. Times are in UTC.
      """
    ],
    options: [OptionForm(.json, .none, "write one JSON array instead of a table"), draftsData])

  /// What the showing of a draft takes.
  static let draftsShowForm = CommandForm(
    summary: "print the text of a draft as it was typed",
    remarks: [
      """
      Prints findings if they were changed, else the first field that was. Into a file or a pipe \
      the text goes byte for byte; on a terminal control characters are written out.
      """
    ],
    operands: ["DRAFT"],
    options: [
      OptionForm(
        .field, .required("FIELD"), "print name, description, findings, subject or assignee"),
      draftsData,
    ])

  /// What the dropping of a draft takes.
  static let draftsDropForm = CommandForm(
    summary: "drop a draft for good, after a question",
    remarks: ["A draft that is written anew while the question is open stays."],
    operands: ["DRAFT"],
    options: [OptionForm(.yes, .none, "do not ask; needed where there is no terminal"), draftsData])
}
