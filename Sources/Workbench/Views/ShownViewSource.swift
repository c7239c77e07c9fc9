/// What decides which view a list shows; reading the lines of all views is too much for each frame.
struct ShownViewSource: Equatable, Sendable {
  /// What the list shows.
  let query: CaseQuery
  /// The views.
  let views: [SavedView]
  /// Who `me` is.
  let me: String?
  /// The zone in which days begin.
  let zone: Zone
}
