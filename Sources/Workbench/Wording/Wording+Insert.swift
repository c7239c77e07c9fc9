extension Wording {
  static let insertDate = "date"
  static let insertTime = "date and time"
  static let insertMe = "me"
  static let insertEvent = "event under the cursor"
}
