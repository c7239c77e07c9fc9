import CaseWire

extension PageRequest {
  /// How many rows stand before the page; more than any list has where the product is too large.
  var rowsBefore: Int {
    let (before, overflow) = (number - 1).multipliedReportingOverflow(by: size)
    return overflow ? .max : before
  }
}
