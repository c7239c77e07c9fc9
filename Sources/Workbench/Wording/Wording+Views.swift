/// What is told about saved views.
extension Wording {
  static func noView(_ place: Int) -> String {
    "There is no view \(place) yet; F saves what the list shows as one"
  }
  static func viewUnreadable(_ view: SavedView, _ reason: String) -> String {
    "The view “\(view.name)” cannot be shown: \(reason)"
  }
  static let noSettings = "there is no settings file to keep them in"
  static let viewNameWanted = "A view needs a name"
  static func viewsNotStored(_ reason: String) -> String {
    "The views are as you see them until you quit only: \(reason)"
  }

  /// What stands in the place of a count that would not be true.
  public static let noCount = "–"
  /// Why a view has no count.
  public static let whyNoCount =
    "– No count: servers put the cases first whose events vanish next, but cannot count them."

  /// The views with their keys and counts, for the status row.
  ///
  /// - Parameter state: the workbench.
  /// - Returns: key, name and count of each.
  public static func views(
    _ state: WorkbenchState
  ) -> [(key: String, name: String, count: String?)] {
    state.views.enumerated().map { index, view in
      let count = state.viewCounts.indices.contains(index) ? state.viewCounts[index] : nil
      return ("\(index + 1)", view.name, count.map(grouped))
    }
  }
}
