/// Makes texts from files safe for a terminal.
///
/// A tender's title can hold an escape sequence that repaints the screen, or a bidirectional override that shows
/// another text than the one it holds.
public enum Terminal {
  /// The text on one line: spaces for line breaks and tabs, U+FFFD for whatever else could steer a terminal.
  public static func safe(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: { replacement($0) != nil }) else { return String(text) }
    var safe = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      // One space for CR LF, as for one line break.
      if !(afterReturn && scalar == "\n") { safe.append(replacement(scalar) ?? scalar) }
      afterReturn = scalar == "\r"
    }
    return String(safe)
  }

  /// What stands in for a scalar that must not reach a terminal; nil for one that may.
  private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20, 0x7F..<0xA0: "\u{FFFD}"
    // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    // An invisible mark, and letters that are invisible everywhere.
    case 0xFEFF, 0xE0000...0xE007F: "\u{FFFD}"
    default: nil
    }
  }
}
