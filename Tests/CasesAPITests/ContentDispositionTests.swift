import Testing

@testable import CasesAPI

@Suite struct ContentDispositionTests {
  /// Trial T011, first part: the name comes without quotes; where it may lead is for the writer.
  @Test(arguments: [
    ("attachment; filename=Case-1.pdf", "Case-1.pdf"),
    (#"attachment; filename="Case-1.pdf""#, "Case-1.pdf"),
    (#"attachment; filename="Case 1 of 2.pdf"; size=10"#, "Case 1 of 2.pdf"),
    (#"attachment; filename="../outside.pdf""#, "../outside.pdf"),
    (#"attachment; filename="a\"b;c\\d.pdf""#, #"a"b;c\d.pdf"#),
    ("attachment; FileName = x.pdf ; a=b", "x.pdf"),
    ("attachment;filename=a.pdf;filename*=utf-8'de'%C3%BCber.pdf", "über.pdf"),
    ("attachment; filename*=UTF-8''%ZZ; filename=a.pdf", "a.pdf"),
    ("attachment; filename*=ISO-8859-1''a; filename=b.pdf", "b.pdf"),
  ])
  func theNameIsRead(field: String, name: String) {
    #expect(ContentDisposition.fileName(in: field) == name)
  }

  @Test(arguments: [
    "attachment", "inline", "attachment; filename=", "attachment; filename*=x", ";",
  ])
  func thereMayBeNone(field: String) {
    #expect(ContentDisposition.fileName(in: field) == nil)
  }
}
