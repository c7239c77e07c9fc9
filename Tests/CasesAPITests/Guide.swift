import CaseWire

/// The literal examples of the vendor's guide, as far as they are valid JSON.
enum Guide {
  static let createdCase = """
    {
        "number": 1,
        "name": "Sample case name",
        "createdAt": "2020-10-27T15:16:05.369203Z",
        "updatedAt": "2020-10-27T15:16:05.369203Z",
        "description": "Sample description",
        "findings": "Sample findings",
        "subject": null,
        "subjectUsername": null,
        "status": "OPEN",
        "assignee": null,
        "assigneeUsername": null,
        "createdByUserUid": "806150685834341101",
        "createdByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8",
        "lastModifiedByUserUid": "806150685834341101",
        "lastModifiedByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8"
    }
    """

  /// The guide's own text lacks a comma and the quotes of two addresses.
  static let updatedCase = """
    {
        "number": 1,
        "name": "Updated name",
        "createdAt": "2020-10-27T15:16:05.369203Z",
        "updatedAt": "2020-10-27T15:20:26.311894Z",
        "description": "Updated description",
        "findings": "Updated findings",
        "subject": 421380797518239242,
        "subjectUsername": "casey@example.com",
        "status": "OPEN",
        "assignee": 273411254592236331,
        "assigneeUsername": "admin@example.com",
        "createdByUserUid": "806150685834341101",
        "createdByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8",
        "lastModifiedByUserUid": "806150685834341101",
        "lastModifiedByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8"
    }
    """

  static let events = """
    {
        "events": [
            {
                "eventId": "734430974935_09970279-be77-4cd1-ba08-19d958969832",
                "eventTimestamp": "2020-10-26T18:56:04.661Z",
                "exposure": [
                    "SharedToDomain",
                    "OutsideTrustedDomains"
                ],
                "fileName": "Products.png",
                "filePath": null
            }
        ]
    }
    """

  static let list = """
    {
        "cases": [
            {
                "number": 1,
                "name": "Example Case",
                "createdAt": "2020-10-27T15:16:05.369203Z",
                "updatedAt": "2020-10-27T15:20:26.311894Z",
                "subject": null,
                "subjectUsername": null,
                "status": "OPEN",
                "assignee": null,
                "assigneeUsername": null,
                "createdByUserUid": "806150685834341101",
                "createdByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8",
                "lastModifiedByUserUid": "806150685834341101",
                "lastModifiedByUsername": "05c28ad3-7eca-4d99-8bb7-a5d0995806c8"
            }
        ],
        "totalCount": 1
    }
    """

  /// What all answers of the guide about one case have in common.
  static func summary(name: String, updatedAt: Int64, status: CaseStatus = .open) -> CaseSummary {
    var summary = CaseSummary(
      number: CaseNumber(1), name: name, createdAt: Timestamp(microseconds: createdAt),
      updatedAt: Timestamp(microseconds: updatedAt), status: status)
    summary.createdByUserUid = UserUID("806150685834341101")
    summary.createdByUsername = "05c28ad3-7eca-4d99-8bb7-a5d0995806c8"
    summary.lastModifiedByUserUid = summary.createdByUserUid
    summary.lastModifiedByUsername = summary.createdByUsername
    return summary
  }

  /// 2020-10-27T15:16:05.369203Z.
  static let createdAt: Int64 = 1_603_811_765_369_203
  /// 2020-10-27T15:20:26.311894Z.
  static let updatedAt: Int64 = 1_603_812_026_311_894
}
