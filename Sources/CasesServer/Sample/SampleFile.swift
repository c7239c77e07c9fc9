/// A file of the sample data: what it is called and what kind it is.
struct SampleFile {
  /// The name without its ending.
  let stem: String
  /// The ending with its dot.
  let ending: String
  /// The category as the vendor calls it.
  let category: String
  /// The media type.
  let mimeType: String

  /// The whole name.
  var name: String { stem + ending }

  /// Chooses a file.
  static func pick(_ random: inout SampleRandom) -> SampleFile {
    let (ending, category, mimeType) = random.pick(kinds)
    return SampleFile(
      stem: random.pick(stems) + random.pick(variants), ending: ending, category: category,
      mimeType: mimeType)
  }

  private static let stems = [
    "roadmap_2027", "customers-emea", "price list", "Aurora_spec", "kestrel-firmware", "salaries",
    "board-minutes", "tender", "model_v12", "training-set", "contracts Q3", "org chart",
    "顧客リスト", "設計図", "고객명단", "客户名单", "отчёт", "прайс-лист", "κατάλογος", "قائمة",
    "Übergabe", "résumé", "plan_łódź", "📁 backup",
  ]
  private static let variants = ["", "", "", " (copy)", "_final", "_v2", " - Kopie", "_old"]
  private static let kinds = [
    (".xlsx", "SPREADSHEET", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".pdf", "PDF", "application/pdf"),
    (
      ".pptx", "PRESENTATION",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    (
      ".docx", "DOCUMENT",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    (".zip", "ARCHIVE", "application/zip"), (".7z", "ARCHIVE", "application/x-7z-compressed"),
    (".swift", "SOURCE_CODE", "text/x-swift"), (".py", "SOURCE_CODE", "text/x-python"),
    (".csv", "SPREADSHEET", "text/csv"), (".png", "IMAGE", "image/png"),
    (".step", "UNCATEGORIZED", "model/step"), (".bin", "UNCATEGORIZED", "application/octet-stream"),
  ]
}
