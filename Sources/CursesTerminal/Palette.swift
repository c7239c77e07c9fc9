import CNcurses
import TerminalModel

/// Gives styles the colours and attributes that the terminal has; pairs are made at first use.
final class Palette {
  /// The colours of the terminal; 0 where it has none or none are wanted.
  let colours: Int
  private let pairLimit: Int32
  private let hasDim: Bool
  private var pairs: [Colours: Int32] = [:]
  private var looks: [Style: (attr_t, Int32)] = [:]

  private struct Colours: Hashable {
    var foreground: Int16
    var background: Int16
  }

  /// Asks curses, which must have been started, for what the terminal can do.
  ///
  /// - Parameter usesColour: false draws without any colour.
  init(usesColour: Bool) {
    var colours = 0
    if usesColour, has_colors(), start_color() == OK {
      // Without default colours the pairs would paint the terminal's background black.
      colours = use_default_colors() == OK ? Int(nc_colours()) : 0
    }
    self.colours = colours
    pairLimit = colours > 0 ? nc_pairs() : 0
    hasDim = unsafe nc_enter_dim() != nil
  }

  /// How a style is drawn.
  ///
  /// - Parameter style: the style wanted.
  /// - Returns: the attributes and the number of the colour pair.
  func look(of style: Style) -> (attr_t, Int32) {
    if let look = looks[style] { return look }
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= nc_bold() }
    if style.attributes.contains(.underline) { attributes |= nc_underline() }
    if style.attributes.contains(.reverse) { attributes |= nc_reverse() }
    if style.attributes.contains(.italic) { attributes |= nc_italic() }
    var foreground = style.foreground
    if style.attributes.contains(.dim) {
      if hasDim {
        attributes |= nc_dim()
      } else if foreground < 0, colours >= 16 {
        foreground = 8
      }
    }
    // Eight colours have no bright ones, but bold stands for bright there.
    if colours == 8, (8..<16).contains(foreground) { attributes |= nc_bold() }
    let look = (
      attributes,
      pair(
        Colours(foreground: available(foreground), background: available(style.background)))
    )
    looks[style] = look
    return look
  }

  private func pair(_ wanted: Colours) -> Int32 {
    if colours == 0 || (wanted.foreground < 0 && wanted.background < 0) { return 0 }
    if let pair = pairs[wanted] { return pair }
    let next = Int32(pairs.count + 1)
    guard next < pairLimit,
      init_extended_pair(next, Int32(wanted.foreground), Int32(wanted.background)) == OK
    else { return 0 }
    pairs[wanted] = next
    return next
  }

  /// The colour itself, or the nearest that the terminal has.
  private func available(_ colour: Int16) -> Int16 {
    if colour < 0 { return -1 }
    if Int(colour) < colours { return colour }
    guard colours > 0 else { return -1 }
    if colour < 16 { return colour % 8 }
    let nearest = Self.nearestBasic(colour)
    return Int(nearest) < colours ? nearest : nearest % 8
  }

  /// The one of the 16 basic colours that stands for one of the cube or of the greys of xterm.
  private static func nearestBasic(_ colour: Int16) -> Int16 {
    if colour >= 232 {
      // Twenty-four greys: black, dark grey, light grey, white.
      return [0, 8, 7, 15][min(3, Int(colour - 232) / 6)]
    }
    let index = Int(colour) - 16
    let levels = [0, 95, 135, 175, 215, 255]
    let parts = [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
    let highest = parts.max() ?? 0
    if highest < 135 { return 0 }
    var basic: Int16 = 0
    for (bit, part) in parts.enumerated() where part * 2 > highest { basic |= 1 << Int16(bit) }
    return highest >= 215 ? basic + 8 : basic
  }
}
