import Workbench

/// The tables that say how the workbench behaves.
extension SettingsReader {
  /// Reads the views on the number keys.
  ///
  /// - Parameter node: the array of tables.
  /// - Returns: the views in their order.
  /// - Throws: `SettingsError` where one of them does not make a whole.
  mutating func views(_ node: TOMLNode) throws(SettingsError) -> [SavedView] {
    guard case .array(let elements) = node.value else {
      throw error(node, "must be tables such as [[views]]")
    }
    guard elements.count <= SavedView.mostViews else {
      throw error(node, "are more than the keys 1 to \(SavedView.mostViews)")
    }
    var views: [SavedView] = []
    for element in elements {
      guard case .table(let nodes) = element.value else {
        throw error(node, "must be tables such as [[views]]")
      }
      var (name, line) = ("", "")
      for key in nodes {
        switch key.key {
        case SettingsKey.viewName: name = try text(key)
        case SettingsKey.viewLine:
          line = try text(key)
          // Who works there is another setting, so that "me" is no mistake here.
          let read = QueryLine(line, now: WallClock.now, zone: .local, me: "me")
          for mistake in read.mistakes { warn(key, "has a mistake: \(mistake.text)") }
        default: try passOver(key, among: SettingsKey.view)
        }
      }
      guard !name.isEmpty, !line.isEmpty else {
        throw SettingsError(
          file: file, place: element.place,
          reason: "a view has both '\(SettingsKey.viewName)' and '\(SettingsKey.viewLine)'")
      }
      views.append(SavedView(name: name, line: line))
    }
    return views
  }

  /// Reads what holds for closing.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - rules: takes what stands there.
  /// - Throws: `SettingsError` for a value that makes no sense.
  mutating func closing(_ table: TOMLNode, into rules: inout CloseRules) throws(SettingsError) {
    for node in try entries(table) {
      switch node.key {
      case SettingsKey.closeWait: rules.wait = try integer(node, in: 0...60, "seconds")
      case SettingsKey.closeFindings:
        rules.minimumFindings = try integer(node, in: 0...30_000, "characters")
      case SettingsKey.closeAssignee: rules.wantsAssignee = try boolean(node)
      default: try passOver(node, among: SettingsKey.closing)
      }
    }
  }

  /// Reads what holds for lists.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - settings: takes what stands there.
  /// - Throws: `SettingsError` for a value that makes no sense.
  mutating func listing(
    _ table: TOMLNode, into settings: inout WorkbenchSettings
  ) throws(SettingsError) {
    for node in try entries(table) {
      switch node.key {
      case SettingsKey.listRefresh:
        let seconds = try integer(node, in: 0...3_600, "seconds")
        guard seconds == 0 || seconds >= 5 else {
          throw error(
            node, "is 0 for never, or 5 seconds at least, out of politeness to the server")
        }
        settings.refresh = seconds
      case SettingsKey.listCache: settings.keepsCache = try boolean(node)
      default: try passOver(node, among: SettingsKey.listing)
      }
    }
  }

  private func entries(_ table: TOMLNode) throws(SettingsError) -> [TOMLNode] {
    guard case .table(let nodes) = table.value else {
      throw error(table, "must be a table: [\(table.key.printable)]")
    }
    return nodes
  }

  private func integer(
    _ node: TOMLNode, in range: ClosedRange<Int>, _ unit: String
  ) throws(SettingsError) -> Int {
    guard case .integer(let value) = node.value, range.contains(value) else {
      throw error(
        node, "must be a whole number of \(unit), \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}
